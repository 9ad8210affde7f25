/**
 * Stages with a memory, for a caller who runs the line over and over: what did not change is not made again.
 * They ask what a stage reads: formulas read the data and no template, charts read the data and the styles.
 */
import type { Sources } from '../model/content.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Stages } from '../pipeline.ts';

type Made<K extends 'derive' | 'chart'> = Awaited<ReturnType<Stages[K]>>;

interface Derived {
  readonly yaml: Sources['yaml'];
  readonly tables: Sources['tables'];
  readonly edition: string;
  /** Those of the wanted words that name something. */
  readonly wanted: string;
  readonly made: Made<'derive'>;
}

interface Drawn {
  readonly ledger: Ledger;
  readonly styles: Sources['styles'];
  readonly fonts: unknown;
  readonly made: Made<'chart'>;
}

/** As many kinds of request as one preview makes: the page, and each PDF shown beside it. */
const KEPT = 8;

/** The words that name facts: any other word of a template may change without a formula being asked. */
const naming = (wanted: ReadonlySet<string> | undefined, names: readonly string[]): string =>
  wanted === undefined ? '*' : names.filter((name) => wanted.has(name)).join(' ');

/**
 * Gives stages that remember what they made last, beside the memories that stages keep by themselves.
 * Their answers are those of the plain stages: equal where the files are equal.
 */
export function remembering({ load, derive, chart }: Stages): Stages {
  let loaded: ReturnType<typeof load> | undefined;
  let derived: Derived | undefined;
  const drawn = new Map<string, Drawn>();

  return {
    load(files) {
      loaded = load(files, loaded);
      return loaded;
    },
    derive(content, wanted) {
      const { yaml, tables } = loaded?.sources ?? {};
      const { id } = content.edition;
      const same = derived?.yaml === yaml && derived?.tables === tables && derived?.edition === id;
      if (derived && same && derived.wanted === naming(wanted, derived.made.ledger.names)) return derived.made;
      const made = derive(content, wanted);
      derived = yaml && tables && { yaml, tables, edition: id, wanted: naming(wanted, made.ledger.names), made };
      return made;
    },
    async chart(content, ledger, request, fonts) {
      const key = JSON.stringify([content.edition.id, request]);
      const styles = loaded?.sources.styles;
      const last = drawn.get(key);
      // A ledger is made from all the data: the same ledger is the same data, chart files among them.
      if (last && last.ledger === ledger && last.styles === styles && last.fonts === fonts) return last.made;
      const made = await chart(content, ledger, request, fonts);
      drawn.delete(key);
      if (drawn.size >= KEPT) drawn.delete(drawn.keys().next().value ?? '');
      if (styles) drawn.set(key, { ledger, styles, fonts, made });
      return made;
    },
  };
}
