/**
 * Stages that remember the untouched project, so that thousands of faults take minutes: a stage is run again only where
 * something that it reads has changed. A test holds the answers against those of the line without a memory.
 */
import { chart } from '../../src/chart/chart.ts';
import { derive } from '../../src/derive/derive.ts';
import { checkSense } from '../../src/derive/sense/sense.ts';
import { load } from '../../src/load/load.ts';
import type { Content } from '../../src/model/content.ts';
import type { Drawing, Drawings } from '../../src/model/document.ts';
import type { Fact, Ledger } from '../../src/model/ledger.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { Stages } from '../../src/pipeline.ts';
import type { Problem } from '../../src/problem.ts';
import { validate } from '../../src/validate/validate.ts';
import { wantedNames } from '../../src/wanted.ts';
import type { Edition, Variant } from './project.ts';

/** A map that notes the keys that it is asked for. */
function noting<V>(map: ReadonlyMap<string, V>, note: (key: string) => void): ReadonlyMap<string, V> {
  return new Proxy(map, {
    get(target, name) {
      if (name === 'get' || name === 'has') {
        return (key: string) => {
          note(key);
          return name === 'get' ? target.get(key) : target.has(key);
        };
      }
      const value: unknown = Reflect.get(target, name);
      // Whoever goes through all of it reads all of it.
      if (
        typeof value === 'function' &&
        ['values', 'entries', 'forEach', 'keys', Symbol.iterator].includes(name as string)
      ) {
        for (const key of target.keys()) note(key);
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** A ledger that notes the facts that it is asked for. */
function notingLedger(ledger: Ledger, note: (name: string) => void): Ledger {
  return {
    ...ledger,
    facts: noting(ledger.facts, (id) => note(`fact ${id}`)),
    find(name, year) {
      const fact = ledger.find(name, year);
      note(`fact ${fact?.id ?? name}`);
      return fact;
    },
    family(name) {
      note(`family ${name}`);
      return ledger.family(name);
    },
  };
}

/** Everything of a fact that can be seen in a drawing or a text. */
const seen = ({ inputs: _, place: __, ...fact }: Fact): string => JSON.stringify(fact);

/** The facts that are not what they were, and the families that they belong to. */
function changedFacts(now: Ledger, before: Ledger): Set<string> {
  const changed = new Set<string>();
  for (const id of new Set([...now.facts.keys(), ...before.facts.keys()])) {
    const [a, b] = [now.facts.get(id), before.facts.get(id)];
    if (a && b && (a === b || seen(a) === seen(b))) continue;
    changed.add(`fact ${id}`);
    changed.add(`family ${id.split('.')[0]}`);
  }
  return changed;
}

/** The words that are not what they were; undefined where a whole locale is another. */
function changedWords(now: Content, before: Content): Set<string> | undefined {
  const changed = new Set<string>();
  if (now.terms !== before.terms) {
    for (const id of new Set([...now.terms.keys(), ...before.terms.keys()])) {
      if (JSON.stringify(now.terms.get(id)) !== JSON.stringify(before.terms.get(id))) changed.add(`term ${id}`);
    }
  }
  for (const [lang, locale] of now.locales) {
    const old = before.locales.get(lang);
    if (locale === old) continue;
    if (!old || bare(locale) !== bare(old)) return undefined;
    for (const key of new Set([...locale.phrases.keys(), ...old.phrases.keys()])) {
      if (locale.phrases.get(key)?.text !== old.phrases.get(key)?.text) changed.add(`phrase ${key}`);
    }
  }
  return changed;
}

const bare = ({ phrases: _, ...locale }: Locale): string => JSON.stringify(locale);

const RUN_END: Problem = { code: 'bug', severity: 'error', message: 'the corpus needs no more' };

/** True for the problem with which the memory ends a run early. */
export const isEnd = (problem: Problem): boolean => problem === RUN_END;

/** What a fact is reckoned from. */
const OF_FACTS = /^data\/(?:series|facts|rules|editions|claims)\/|^data\/lists\.yaml$/;

/** How far the next run goes: after `derive` nothing is drawn. */
export type Until = 'audit' | 'derive';

export interface Memory extends Stages {
  until: Until;
  /** The line up to the rules of sense, which are held before anything else: what it says of figures, quickly. */
  sense(files: ReadonlyMap<string, string>): Problem[];
}

/** The series behind the facts that an edition asks for, directly or through others. */
function seriesBehind(
  { facts, claims, names, find, family }: Ledger,
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const seen = new Set<Fact>();
  const roots = names.filter((name) => wanted.has(name)).flatMap((name) => [find(name), ...family(name)]);
  const checked = claims.flatMap(({ checks }) => checks.flatMap((check) => check.facts.map((id) => facts.get(id))));
  const waiting = [...roots, ...checked];
  for (let fact = waiting.pop(); waiting.length > 0 || fact; fact = waiting.pop()) {
    if (!fact || seen.has(fact)) continue;
    seen.add(fact);
    waiting.push(...fact.inputs.map((input) => ('fact' in input ? facts.get(input.fact) : undefined)));
  }
  return new Set([...seen].flatMap(({ vintages }) => vintages.map((name) => name.replace(/@.*$/, ''))));
}

/** The memory of one edition. */
export function memoryOf(variant: Variant, { draft: before }: Edition): Memory {
  const { content: old, ledger: oldLedger, drawings: oldDrawings } = before;
  const reads = new Map<string, ReadonlySet<string>>();

  /** One chart drawn with all that it reads noted; undefined where it was not drawn. */
  const drawOne: (id: string, ...args: Parameters<typeof chart>) => ReturnType<typeof chart> = (
    id,
    content,
    ledger,
    ...rest
  ) => {
    const found = content.charts.get(id);
    return chart({ ...content, charts: new Map(found ? [[id, found]] : []) }, ledger, ...rest);
  };

  const learn = async (id: string, ...[, , request, faces]: Parameters<typeof chart>): Promise<ReadonlySet<string>> => {
    const noted = new Set<string>();
    const note = (name: string) => void noted.add(name);
    const locales = new Map(
      [...old.locales].map(([lang, locale]) => [
        lang,
        { ...locale, phrases: noting(locale.phrases, (key) => note(`phrase ${key}`)) },
      ]),
    );
    const content = { ...old, locales, terms: noting(old.terms, (key) => note(`term ${key}`)) };
    await drawOne(id, content, notingLedger(oldLedger, note), request, faces);
    return noted;
  };

  let oldWanted: ReadonlySet<string> | undefined;
  let read: ReadonlySet<string> | undefined;
  let derived: ReturnType<typeof derive> | undefined;
  /** Whether a file that facts come from is another in this run. */
  let figuresChanged = false;
  /** The same facts are asked for as of the untouched project. */
  const sameWanted = (wanted: ReadonlySet<string> | undefined): boolean =>
    wanted !== undefined && oldLedger.names.every((name) => wanted.has(name) === oldWanted?.has(name));

  const memory: Memory = {
    until: 'audit',
    load(files) {
      const loaded = load(files, variant.loaded);
      const [now, last] = [loaded.sources, variant.loaded.sources];
      const paths = new Set([...now.yaml.keys(), ...last.yaml.keys()]);
      figuresChanged =
        now.tables !== last.tables ||
        [...paths].some((path) => OF_FACTS.test(path) && now.yaml.get(path) !== last.yaml.get(path));
      return loaded;
    },
    derive(content, wanted) {
      if (!figuresChanged && derived && sameWanted(wanted)) return derived;
      const made = derive(content, wanted);
      if (!figuresChanged && !derived) [derived, oldWanted] = [made, wanted];
      return made;
    },
    sense(files) {
      const { sources, problems: loading } = memory.load(files);
      const { content, problems: found } = validate(sources, old.edition.id);
      read ??= seriesBehind(oldLedger, wantedNames(old));
      return [...loading, ...found, ...(content ? checkSense(content, read) : [])];
    },
    async chart(content, ledger, request, faces) {
      const none = { drawings: oldDrawings, problems: [RUN_END] };
      if (memory.until !== 'audit') return none;
      const facts = ledger === derived?.ledger ? new Set<string>() : changedFacts(ledger, oldLedger);
      const words = changedWords(content, old);
      const restyled =
        content.styles !== old.styles && JSON.stringify([...content.styles]) !== JSON.stringify([...old.styles]);
      const repointed =
        JSON.stringify(content.edition.points.map(({ id }) => id)) !==
        JSON.stringify(old.edition.points.map(({ id }) => id));
      if (words === undefined || restyled || repointed) return chart(content, ledger, request, faces);
      const drawn: Drawing[] = [];
      const problems: Problem[] = [];
      for (const id of [...new Set([...content.charts.keys(), ...old.charts.keys()])].sort()) {
        const spec = content.charts.get(id);
        if (spec && spec.placed === old.charts.get(id)?.placed) {
          const noted = reads.get(id) ?? (await learn(id, content, ledger, request, faces));
          reads.set(id, noted);
          if (![...noted].some((name) => facts.has(name) || words.has(name))) {
            drawn.push(...oldDrawings.all.filter(({ chart: of }) => of === id));
            continue;
          }
        }
        const made = await drawOne(id, content, ledger, request, faces);
        drawn.push(...made.drawings.all);
        problems.push(...made.problems);
      }
      return { drawings: drawingsOf(drawn), problems };
    },
  };
  return memory;
}

function drawingsOf(all: readonly Drawing[]): Drawings {
  return {
    all,
    get: (id, document, narrow = false) =>
      all.find((each) => each.chart === id && each.document === document && each.narrow === narrow),
  };
}
