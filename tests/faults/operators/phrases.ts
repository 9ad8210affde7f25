/** Faults in phrases, terms and patterns: the small texts of YAML files, with the names of facts in braces. */
import { type Context, faultOf } from '../context.ts';
import type { Class, Edit, Fault, Lines } from '../fault.ts';
import { pick } from '../seed.ts';
import { replacing, type Value, type YamlFile, yamlFile } from '../sites/yaml.ts';
import { otherYear } from './template-texts.ts';

/** Faults of one text with names in braces. */
export function phraseFaults(
  file: YamlFile,
  value: Value,
  block: Lines,
  context: Context,
  lang: string | undefined,
): Fault[] {
  const faults: Fault[] = [];
  const written = file.text.slice(value.start, value.end);
  const at = { file: file.file, line: value.line };
  const add = (kind: Class, operator: string, change: string, edits: readonly Edit[]) =>
    void faults.push(faultOf(kind, operator, at, change, edits, [block]));
  const put = (start: number, end: number, text: string): Edit => ({
    file: file.file,
    start: value.start + start,
    end: value.start + end,
    text,
  });
  for (const gap of written.matchAll(
    /\{([A-Za-z_]\w*)(?:\.([\w+-]+))?((?:\|\w+)?)\}|\{((?:base|start|end|prev)(?:[+-]\d+)?|\d{4})\}/g,
  )) {
    const [whole, name, year, form = '', alone] = gap;
    const from = gap.index;
    const isYear = alone ?? (name !== undefined && ['base', 'start', 'end', 'prev'].includes(name) ? name : undefined);
    if (isYear !== undefined) {
      const other = otherYear(isYear);
      if (other !== undefined)
        add('wrong year', 'year in a phrase', `${whole} → {${other}}`, [put(from, from + whole.length, `{${other}}`)]);
      const typed = context.ledger.window[isYear as 'end'];
      if (typed !== undefined)
        add('stale number', 'year typed into a phrase', `${whole} → ${typed}`, [
          put(from, from + whole.length, String(typed)),
        ]);
      continue;
    }
    if (name === undefined || !context.ledger.names.includes(name)) continue;
    const fact = context.ledger.find(name, year);
    const full = year === undefined ? name : `${name}.${year}`;
    const other = context.otherFact(full, file.file, value.start, from);
    if (other !== undefined)
      add('wrong row', 'another fact in a phrase', `${full} → ${other}`, [
        put(from, from + whole.length, `{${other}${form}}`),
      ]);
    add('unknown reference', 'name of a fact misspelt in a phrase', `${full}`, [
      put(from, from + whole.length, `{${name}x${year === undefined ? '' : `.${year}`}${form}}`),
    ]);
    const wrong = year === undefined ? undefined : otherYear(year);
    if (wrong !== undefined && context.ledger.find(name, wrong))
      add('wrong year', 'year of a fact in a phrase', `${full} → .${wrong}`, [
        put(from, from + whole.length, `{${name}.${wrong}${form}}`),
      ]);
    if (fact && typeof fact.value === 'number' && /^["']/.test(written)) {
      add('stale number', 'number typed into a phrase', `${full} → ${Number(fact.value.toFixed(fact.decimals))}`, [
        put(from, from + whole.length, String(Number(fact.value.toFixed(fact.decimals)))),
      ]);
    }
  }
  if (lang !== undefined && typeof value.value === 'string') faults.push(...wordFaults(file, value, block));
  return faults;
}

/** Faults that any text may have. */
function wordFaults(file: YamlFile, value: Value, block: Lines): Fault[] {
  const written = file.text.slice(value.start, value.end);
  const at = { file: file.file, line: value.line };
  const faults: Fault[] = [];
  const apart = written.normalize('NFD');
  if (apart !== written)
    faults.push(
      faultOf(
        'corrupted text',
        'letters and marks apart (NFD) in a phrase',
        at,
        written.slice(0, 40),
        [replacing(file, value, apart)],
        [block],
      ),
    );
  const letter = written.search(/\p{L}{3}/u);
  // Not inside the braces of a name.
  const plain =
    letter >= 0 &&
    (written.slice(0, letter).match(/\{/g)?.length ?? 0) === (written.slice(0, letter).match(/\}/g)?.length ?? 0);
  if (plain) {
    const start = value.start + letter + 1;
    faults.push(
      faultOf(
        'corrupted text',
        'a word cut short in a phrase',
        at,
        written.slice(0, 40),
        [{ file: file.file, start, end: start + 1, text: '' }],
        [block],
      ),
    );
  }
  return faults;
}

/** Values of the locale files: each key in every language. */
function locales(context: Context): Fault[] {
  const faults: Fault[] = [];
  const files = context.languages.map((lang) => ({
    lang,
    file: yamlFile(context.files, `templates/locales/${lang}.yaml`),
  }));
  for (const { lang, file } of files) {
    for (const value of file.values) {
      const path = value.path.map(String);
      // Lists stand in one piece under their key, and so do the parts of a pattern.
      const list = value.path.findIndex((step) => typeof step === 'number');
      const owner = list < 0 ? value.path : value.path.slice(0, list);
      const twins = files.filter((other) => other.lang !== lang).map((other) => other.file);
      const blocks = [file.lines(owner), ...twins.map((twin) => twin.lines(owner))].filter(
        (lines) => lines.last - lines.first < 20,
      );
      const at = { file: file.file, line: value.line };
      const written = file.text.slice(value.start, value.end);
      const add = (kind: Class, operator: string, to: string) => {
        if (to !== written)
          faults.push(
            faultOf(kind, operator, at, `${path.join('.')}: ${written} → ${to}`, [replacing(file, value, to)], blocks),
          );
      };
      if (path[0] === 'phrases') {
        const own = phraseFaults(file, value, blocks[0] ?? file.lines([]), context, lang);
        faults.push(...own.map((fault) => ({ ...fault, blocks })));
      } else if (typeof value.value === 'string' && path[0] !== 'lang')
        faults.push(...wordFaults(file, value, file.lines(owner)).map((fault) => ({ ...fault, blocks })));
      const [from, to] = lang === 'vi' ? [/tỷ/, 'triệu'] : [/billion/, 'million'];
      if (from.test(written)) add('wrong unit or scale', 'scale word of a unit', written.replace(from, to));
      const [back, forth] = lang === 'vi' ? [/triệu/, 'tỷ'] : [/million/, 'billion'];
      if (back.test(written)) add('wrong unit or scale', 'scale word of a unit', written.replace(back, forth));
      if (path[0] === 'number')
        add(
          'wrong language or notation',
          'sign of decimals or thousands',
          path[1] === 'groupFrom' ? '10000' : written.includes(',') ? '"."' : '","',
        );
      const [pairs] =
        lang === 'vi'
          ? [[['tăng', 'giảm']]]
          : [
              [
                ['up', 'down'],
                ['rose', 'fell'],
                ['rise', 'fall'],
              ],
            ];
      for (const [a = '', b = ''] of pairs ?? []) {
        if (path[0] !== 'words') continue;
        if (written.includes(a)) add('wrong direction word', 'word of a direction in a locale', written.replace(a, b));
        else if (written.includes(b))
          add('wrong direction word', 'word of a direction in a locale', written.replace(b, a));
      }
      if (
        [
          'verdicts',
          'statuses',
          'certainties',
          'ordinalWords',
          'numberWords',
          'monthNames',
          'monthNamesShort',
        ].includes(path[0] ?? '')
      ) {
        const siblings = file.values.filter(
          (other) => other !== value && other.path[0] === path[0] && other.path.length === path.length,
        );
        const other = pick(siblings, 'sibling', file.file, value.start);
        if (other) add('wrong name', 'word of another entry in a locale', file.text.slice(other.start, other.end));
      }
      const other = twins[0]?.values.find((each) => JSON.stringify(each.path) === JSON.stringify(value.path));
      const foreign = other && twins[0]?.text.slice(other.start, other.end);
      if (typeof value.value === 'string' && foreign !== undefined && /\p{L}/u.test(foreign) && path[0] !== 'lang')
        add('wrong language or notation', 'text of the other language in a locale', foreign);
      if (path[0] === 'phrases' && typeof value.value === 'string' && path[1]?.startsWith('chart.')) {
        const kin = file.values.filter(
          (each) =>
            each !== value &&
            each.path[0] === 'phrases' &&
            String(each.path[1]).split('.')[1] === path[1]?.split('.')[1] &&
            !String(each.path[1]).endsWith('.alt'),
        );
        const sibling = pick(kin, 'kin', file.file, value.start);
        if (sibling) add('wrong name', 'name of another row of the chart', file.text.slice(sibling.start, sibling.end));
      }
    }
  }
  return faults;
}

/** The texts of a file whose entries hold one text a language: terms, sources, lists, series, brief.yaml. */
function entries(path: string, depth: number, context: Context, used?: ReadonlySet<string>): Fault[] {
  const file = yamlFile(context.files, path);
  const faults: Fault[] = [];
  for (const value of file.values) {
    const lang = context.languages.find((each) => each === value.path.at(-1));
    if (lang === undefined || typeof value.value !== 'string' || (used && !used.has(String(value.path[0])))) continue;
    const entry = value.path.slice(0, Math.min(depth, value.path.length - 1));
    const block = file.lines(entry);
    const at = { file: path, line: value.line };
    const written = file.text.slice(value.start, value.end);
    const name = value.path.slice(0, -1).join('.');
    const sourceOf = (each: Value) => file.text.slice(each.start, each.end);
    const twin = file.values.find(
      (each) => JSON.stringify(each.path.slice(0, -1)) === JSON.stringify(value.path.slice(0, -1)) && each !== value,
    );
    if (twin && sourceOf(twin) !== written)
      faults.push(
        faultOf(
          'wrong language or notation',
          'text of the other language in an entry',
          at,
          `${name}: ${written} → ${sourceOf(twin)}`,
          [replacing(file, value, sourceOf(twin))],
          [block],
        ),
      );
    const rest = JSON.stringify(value.path.slice(depth));
    const kin = file.values.filter(
      (each) =>
        each !== value &&
        JSON.stringify(each.path.slice(depth)) === rest &&
        sourceOf(each) !== written &&
        !sourceOf(each).includes('\n') &&
        !written.includes('\n'),
    );
    const other = pick(kin, 'entry', path, value.start);
    if (other) {
      faults.push(
        faultOf(
          'wrong name',
          'name of another entry, one language',
          at,
          `${name}: ${written} → ${sourceOf(other)}`,
          [replacing(file, value, sourceOf(other))],
          [block],
        ),
      );
      const both = context.languages.flatMap((each) => {
        const own = file.values.find(
          ({ path: p }) => JSON.stringify(p) === JSON.stringify([...value.path.slice(0, -1), each]),
        );
        const from = file.values.find(
          ({ path: p }) => JSON.stringify(p) === JSON.stringify([...other.path.slice(0, -1), each]),
        );
        return own && from ? [replacing(file, own, sourceOf(from))] : [];
      });
      if (lang === context.languages[0] && both.length === context.languages.length)
        faults.push(
          faultOf(
            'wrong name',
            'name of another entry, all languages',
            at,
            `${name}: ${written} → ${sourceOf(other)}`,
            both,
            [block],
          ),
        );
    }
    faults.push(...wordFaults(file, value, block));
  }
  return faults;
}

/** Every fault in the small texts of the project. What all editions share is changed once. */
export function phrases(context: Context): Fault[] {
  const { terms, sources, series } = context.used;
  return [
    ...(context.first ? locales(context) : []),
    ...entries('data/terms.yaml', 1, context, terms),
    ...entries('data/sources.yaml', 1, context, sources),
    ...(context.first ? entries('data/lists.yaml', 1, context) : []),
    ...(context.first ? entries('brief.yaml', 1, context) : []),
    ...entries(`data/editions/${context.edition}.yaml`, 2, context),
    ...[...series].sort().flatMap((id) => entries(`data/series/${id}.yaml`, 0, context)),
  ];
}
