/** Places in YAML files: every value with its path, its characters, and the lines of the entry around it. */
import { isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import { type Edit, type Lines, lineAt } from '../fault.ts';

export type Path = readonly (string | number)[];

/** One value that is neither map nor list. */
export interface Value {
  readonly path: Path;
  readonly value: unknown;
  /** The characters of the value as written, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export interface YamlFile {
  readonly file: string;
  readonly text: string;
  readonly values: readonly Value[];
  /** The lines of the entry at a path, key included; of the whole file where there is none. */
  lines(path: Path): Lines;
  /** The characters of a whole entry, `key: value`, up to the end of its last line. */
  entry(path: Path): { readonly start: number; readonly end: number } | undefined;
}

const made = new Map<string, YamlFile>();

/** Reads a file; the same text is read once. */
export function yamlFile(files: ReadonlyMap<string, string>, file: string): YamlFile {
  const text = files.get(file) ?? '';
  const known = made.get(file);
  if (known?.text === text) return known;
  const read = readFile(file, text);
  made.set(file, read);
  return read;
}

function readFile(file: string, text: string): YamlFile {
  const document = parseDocument(text);
  const values: Value[] = [];
  const nodes = new Map<string, { node: Node | null; pair: Pair | undefined }>();
  const visit = (node: unknown, path: Path, pair: Pair | undefined): void => {
    nodes.set(JSON.stringify(path), { node: node as Node | null, pair });
    if (isMap(node)) {
      for (const item of node.items)
        if (isPair(item)) visit(item.value, [...path, String((item.key as Scalar).value)], item);
    } else if (isSeq(node)) node.items.forEach((item, i) => void visit(item, [...path, i], undefined));
    else if (isScalar(node) && node.range) {
      const [start, end] = node.range;
      values.push({ path, value: node.value, start, end, line: lineAt(text, start) });
    }
  };
  visit(document.contents, [], undefined);
  const spanOf = (path: Path) => {
    const found = nodes.get(JSON.stringify(path));
    const start = (found?.pair?.key as Scalar | undefined)?.range?.[0] ?? found?.node?.range?.[0];
    const last = found?.node?.range?.[1] ?? (found?.pair?.key as Scalar | undefined)?.range?.[1];
    if (start === undefined || last === undefined) return undefined;
    return { start, end: start + text.slice(start, last).trimEnd().length };
  };
  return {
    file,
    text,
    values,
    lines(path) {
      const span = spanOf(path);
      if (!span || path.length === 0) return { file, first: 1, last: text.split('\n').length };
      return { file, first: lineAt(text, span.start), last: lineAt(text, span.end) };
    },
    entry: spanOf,
  };
}

/** The edit that writes another text in place of a value, or of a part of it. */
export const replacing = ({ file }: YamlFile, { start, end }: { start: number; end: number }, text: string): Edit => ({
  file,
  start,
  end,
  text,
});

/** The value at a path. */
export const valueAt = ({ values }: YamlFile, path: Path): Value | undefined => {
  const wanted = JSON.stringify(path);
  return values.find((each) => JSON.stringify(each.path) === wanted);
};

/** The edit that takes an entry out: its lines, or in a flow map its characters with the comma. */
export function withoutEntry({ file, text, entry }: YamlFile, path: Path): Edit | undefined {
  const span = entry(path);
  if (!span) return undefined;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const alone =
    /^[\s-]*$/.test(text.slice(lineStart, span.start)) && /^\s*(#.*)?\s*$/.test(text.slice(span.end, lineEnd));
  if (alone) return { file, start: lineStart, end: lineEnd, text: '' };
  const after = /^\s*,\s*/.exec(text.slice(span.end))?.[0] ?? '';
  const before = after === '' ? (/,\s*$/.exec(text.slice(0, span.start))?.[0] ?? '') : '';
  return { file, start: span.start - before.length, end: span.end + after.length, text: '' };
}
