/** Pages and form XObjects as `finish` sees them: a stretch of content with its marked parts and what is painted outside them. */
import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { isMap, isName, type Operand } from '../model/content-operands.ts';
import { type Operation, operandsOf, readContent } from '../model/content-stream.ts';
import { decoded, dictAt, entry, key, nameAt } from './objects.ts';
import type { Element } from './structure-tree.ts';

/** A marked-content sequence with an MCID: what a structure element can own. */
export interface Mark {
  readonly unit: Unit;
  readonly mcid: number;
  /** Operations `BDC` and `EMC`; the same operation twice where a whole form XObject is the content. */
  readonly begin: number;
  readonly end: number;
  /** The font in force where the mark begins. */
  readonly font: string | undefined;
  text: boolean;
  graphics: boolean;
  owner: Element | undefined;
  /** What becomes of it: real content, decoration, or nothing at all (it paints nothing, or lies in another mark). */
  fate: 'content' | 'artifact' | 'strip';
  /** Its number in the finished file. */
  number: number;
}

/** A stretch of painting outside every mark, from operation to operation. */
export interface Loose {
  readonly begin: number;
  readonly end: number;
  readonly text: boolean;
}

/** One use of a form XObject. */
export interface Use {
  readonly form: Unit;
  readonly operation: number;
  readonly inside: Mark | undefined;
}

export interface Unit {
  /** The page, counted from 0. */
  readonly page: number;
  /** The form XObject; undefined for the page itself. */
  readonly form: PDFRef | undefined;
  readonly resources: PDFDict | undefined;
  readonly data: Uint8Array;
  readonly operations: readonly Operation[];
  readonly marks: Mark[];
  readonly loose: Loose[];
  readonly uses: Use[];
  /** What could not be read or sorted out: sentences for the problem. */
  readonly oddities: string[];
}

const TEXT = new Set(['Tj', 'TJ', "'", '"']);
const PATH = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const OTHER = new Set(['sh', 'BI']);

/** The MCID of a `BDC`, whether its properties stand in place or among the resources. */
function mcidOf(properties: Operand | undefined, resources: PDFDict | undefined): number | undefined {
  if (isMap(properties)) {
    const mcid = properties.get('MCID');
    return typeof mcid === 'number' ? mcid : undefined;
  }
  const named = isName(properties) && resources && dictAt(resources, 'Properties');
  const mcid = named ? dictAt(named, properties.name)?.get(key('MCID')) : undefined;
  return mcid === undefined ? undefined : Number(mcid.toString());
}

/** The form XObject that an operation `Do` draws; undefined for images. */
export function formOf(
  { resources, data }: Pick<Unit, 'resources' | 'data'>,
  operation: Operation,
): [PDFRef, PDFRawStream] | undefined {
  const [name] = operandsOf({ data }, operation);
  const ref = resources && isName(name) ? dictAt(resources, 'XObject')?.get(key(name.name)) : undefined;
  const object = ref && resources?.context.lookup(ref);
  if (!(ref instanceof PDFRef) || !(object instanceof PDFRawStream)) return undefined;
  return nameAt(object.dict, 'Subtype') === 'Form' ? [ref, object] : undefined;
}

const paintsText = (unit: Unit): boolean =>
  unit.marks.some((m) => m.text) || unit.loose.some((l) => l.text) || unit.uses.some((u) => paintsText(u.form));

/** Sorts the operations of a unit into marks and loose painting. */
function sortOut(unit: Unit, context: PDFContext, above: readonly PDFRef[]): void {
  const stack: { mark: Mark | undefined; covered: boolean }[] = [];
  let font: string | undefined;
  let inText = false;
  let inPath = false;
  let begin = -1;
  let loose: { text: boolean } | undefined;
  let mixed = false;
  const paint = (isText: boolean) => {
    const mark = stack.findLast((s) => s.mark)?.mark;
    if (mark) mark[isText ? 'text' : 'graphics'] = true;
    else if (!stack.some((s) => s.covered)) loose = { text: isText || loose?.text === true };
  };
  unit.operations.forEach((operation, i) => {
    const { operator } = operation;
    const neutral = !inText && !inPath && stack.length === 0;
    if (neutral) begin = i;
    if (operator === 'BMC' || operator === 'BDC') {
      const [tag, properties] = operandsOf(unit, operation);
      const mcid = operator === 'BDC' ? mcidOf(properties, unit.resources) : undefined;
      const artifact = isName(tag) && tag.name === 'Artifact';
      if (!neutral && !stack.some((s) => s.covered) && (artifact || mcid !== undefined)) mixed = true;
      let mark: Mark | undefined;
      if (mcid !== undefined) {
        mark = {
          ...{ unit, mcid, begin: i, end: i, font, text: false, graphics: false },
          ...{ owner: undefined, fate: 'content', number: -1 },
        };
        unit.marks.push(mark);
      }
      stack.push({ mark, covered: artifact || mark !== undefined });
    } else if (operator === 'EMC') {
      const last = stack.pop();
      if (!last) unit.oddities.push('an end of marked content without its beginning');
      if (last?.mark) Object.assign(last.mark, { end: i });
    } else if (operator === 'BT') inText = true;
    else if (operator === 'ET') inText = false;
    else if (operator === 'm' || operator === 're') inPath = true;
    else if (operator === 'n') inPath = false;
    else if (operator === 'Tf') {
      const [name] = operandsOf(unit, operation);
      font = isName(name) ? name.name : undefined;
    } else if (TEXT.has(operator)) paint(true);
    else if (PATH.has(operator)) {
      inPath = false;
      paint(false);
    } else if (OTHER.has(operator)) paint(false);
    else if (operator === 'Do') {
      const form = formOf(unit, operation);
      const read = form && !above.includes(form[0]) ? readForm(form, unit, context, above) : undefined;
      if (read) unit.uses.push({ form: read, operation: i, inside: stack.findLast((s) => s.mark)?.mark });
      // A form that brings its own marks is sorted out in forms.ts; here it is painting like any other.
      if (!read?.marks.length || stack.some((s) => s.covered)) paint(read !== undefined && paintsText(read));
    }
    if (loose && !inText && !inPath && stack.length === 0) {
      unit.loose.push({ begin, end: i, text: loose.text });
      loose = undefined;
    }
  });
  if (stack.length > 0) unit.oddities.push('marked content without an end');
  if (mixed) unit.oddities.push('tagged content inside untagged text');
}

function readForm(
  [ref, stream]: [PDFRef, PDFRawStream],
  above: Unit,
  context: PDFContext,
  path: readonly PDFRef[],
): Unit {
  const resources = dictAt(stream.dict, 'Resources') ?? above.resources;
  return readUnit(above.page, ref, decoded(stream), resources, context, [...path, ref]);
}

function readUnit(
  page: number,
  form: PDFRef | undefined,
  data: Uint8Array | undefined,
  resources: PDFDict | undefined,
  context: PDFContext,
  above: readonly PDFRef[],
): Unit {
  const { operations, broken } = readContent(data ?? new Uint8Array());
  const unit: Unit = {
    ...{ page, form, resources, operations, marks: [], loose: [], uses: [], oddities: [] },
    data: data ?? new Uint8Array(),
  };
  if (data === undefined) unit.oddities.push('a content stream with an unknown filter');
  if (broken !== undefined) unit.oddities.push(`content that does not parse at byte ${broken}`);
  sortOut(unit, context, above);
  return unit;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length + 1, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
    out[at++] = 10;
  }
  return out;
}

/** Reads a page and the forms that it draws. Several content streams become one. */
export function readPage(page: PDFPage, index: number): Unit {
  const contents = entry(page.node, 'Contents');
  const context = page.node.context;
  const streams = contents instanceof PDFArray ? contents.asArray().map((c) => context.lookup(c)) : [contents];
  const parts = streams.filter((s) => s instanceof PDFStream).map(decoded);
  const data = parts.every((p) => p !== undefined) ? joined(parts) : undefined;
  return readUnit(index, undefined, data, dictAt(page.node, 'Resources'), context, []);
}

/** The unit and every form below it, in order of drawing. */
export function unitsBelow(unit: Unit): Unit[] {
  return [unit, ...unit.uses.flatMap((use) => unitsBelow(use.form))];
}
