/** What a page paints, and how it is marked: the content stream seen as the rules of PDF/UA and PDF/A see it. */
import { PDFArray, PDFDict, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { isBytes, isList, isMap, isName, type Operand } from '../model/content-operands.ts';
import { operandsOf, readContent } from '../model/content-stream.ts';
import { decoded, dictAt, dictOf, entry, itemsAt, key, nameAt, numberAt, textOf } from './objects.ts';

/** Character codes shown with one font, each with the first page where it is. */
export interface FontUse {
  readonly dict: PDFDict;
  readonly codes: Map<number, number>;
  /** Codes inside an ActualText: their own Unicode value is not what is read. */
  readonly replaced: Set<number>;
}

export type Mix = 'artifact-in-tagged' | 'tagged-in-artifact';

export interface Painted {
  readonly page: number;
  /** Painting that is neither tagged nor an artifact: how much of it is text, how much drawing. */
  readonly loose: { text: number; graphics: number };
  readonly mixed: Set<Mix>;
  readonly unknownOperators: Set<string>;
  readonly missingResources: Set<string>;
  /** The colour spaces in use: `DeviceRGB` or another name, with the object that a resource name stands for. */
  readonly colours: Map<string, PDFObject | undefined>;
  readonly intents: Set<string>;
  /** Limits of PDF/A that the content breaks, in words. */
  readonly limits: Set<string>;
  readonly languages: Set<string>;
  /** For each beginning of marked content, in order: the text that it states in place of its glyphs. */
  readonly actualTexts: (string | undefined)[];
  inlineImages: number;
  deepest: number;
  oddHex: boolean;
  broken: boolean;
  /** Forms drawn, with how often; and which of them hold marks. */
  readonly forms: Map<PDFRef, { uses: number; marked: boolean; dict: PDFDict }>;
}

/** ISO 32000-1, annex A. `BX` and `EX` are operators, but they license nothing in PDF/A. */
const OPERATORS = new Set(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s
  S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(/\s+/),
);

const COLOURS: Readonly<Record<string, string>> = {
  ...{ RG: 'DeviceRGB', rg: 'DeviceRGB', G: 'DeviceGray', g: 'DeviceGray', K: 'DeviceCMYK', k: 'DeviceCMYK' },
};
/** Names that stand for themselves and are looked up in no resources. */
const DEVICE_SPACES = new Set(['DeviceRGB', 'DeviceGray', 'DeviceCMYK', 'Pattern']);
const GRAPHICS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'BI']);
const INVISIBLE = 3;
const LARGEST_INTEGER = 2147483647;
const LONGEST_STRING = 32767;
const LONGEST_NAME = 127;

interface Open {
  readonly tagged: boolean;
  readonly artifact: boolean;
  readonly actual: boolean;
}

interface Walk {
  readonly painted: Painted;
  readonly fonts: Map<PDFDict, FontUse>;
  readonly owners: (form: PDFDict | undefined) => (PDFObject | undefined)[] | undefined;
  readonly path: readonly PDFRef[];
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A text string: UTF-16 with its mark, else one byte a letter (PDFDocEncoding, which is Latin-1 where it matters here). */
const stringOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be').decode(bytes.subarray(2)) : latin(bytes);

/** Walks one content stream; `above` is what is open where a form is drawn. */
function walk(data: Uint8Array, resources: PDFDict | undefined, holder: PDFDict, above: Open, w: Walk): boolean {
  const { painted, fonts } = w;
  const owners = w.owners(holder);
  const stack: Open[] = [above];
  const saved: { font: FontUse | undefined; mode: number }[] = [];
  let state: { font: FontUse | undefined; mode: number } = { font: undefined, mode: 0 };
  let marked = false;
  const content = readContent(data);
  const { extremes } = content;
  if (content.broken !== undefined) painted.broken = true;
  if (content.oddHex) painted.oddHex = true;
  if (extremes.integer > LARGEST_INTEGER) painted.limits.add(`the integer ${extremes.integer}`);
  if (extremes.string > LONGEST_STRING) painted.limits.add('a string of more than 32767 bytes');
  if (extremes.name > LONGEST_NAME) painted.limits.add('a name of more than 127 bytes');

  const resource = (kind: string, operand: Operand | undefined): PDFObject | undefined => {
    if (!isName(operand)) return undefined;
    const found = entry(dictAt(resources, kind), operand.name);
    if (!found) painted.missingResources.add(`${kind} ${operand.name}`);
    return found;
  };
  const paint = (kind: 'text' | 'graphics'): void => {
    const open = stack.at(-1)!;
    if (!open.tagged && !open.artifact) painted.loose[kind]++;
  };
  const show = (operand: Operand | undefined): void => {
    const { font, mode } = state;
    const wide = nameAt(font?.dict, 'Subtype') === 'Type0';
    for (const part of isList(operand) ? operand : [operand]) {
      if (!isBytes(part) || part.bytes.length === 0) continue;
      paint('text');
      if (!font || mode === INVISIBLE) continue;
      for (let i = 0; i < part.bytes.length; i += wide ? 2 : 1) {
        const code = wide ? part.bytes[i]! * 256 + (part.bytes[i + 1] ?? 0) : part.bytes[i]!;
        if (!font.codes.has(code)) font.codes.set(code, painted.page);
        if (stack.at(-1)!.actual) font.replaced.add(code);
      }
    }
  };
  const begin = (tag: Operand | undefined, properties: Operand | undefined): void => {
    const open = stack.at(-1)!;
    const named = isName(properties) ? dictOf(resource('Properties', properties)) : undefined;
    const inline = isMap(properties) ? properties : undefined;
    const mcid = inline ? inline.get('MCID') : numberAt(named, 'MCID');
    const lang = inline?.get('Lang');
    if (isBytes(lang)) painted.languages.add(latin(lang.bytes));
    const artifact = isName(tag) && tag.name === 'Artifact';
    if (typeof mcid === 'number') marked = true;
    const tagged = typeof mcid === 'number' ? owners?.[mcid] instanceof PDFDict : open.tagged;
    if (artifact && open.tagged) painted.mixed.add('artifact-in-tagged');
    if (typeof mcid === 'number' && tagged && open.artifact) painted.mixed.add('tagged-in-artifact');
    const stated = inline?.get('ActualText');
    const actual = isBytes(stated) ? stringOf(stated.bytes) : textOf(entry(named, 'ActualText'));
    painted.actualTexts.push(actual);
    stack.push({ tagged, artifact: open.artifact || artifact, actual: open.actual || actual !== undefined });
  };
  const choose = ([space]: readonly Operand[]): void => {
    if (!isName(space)) return;
    painted.colours.set(space.name, DEVICE_SPACES.has(space.name) ? undefined : resource('ColorSpace', space));
  };
  const draw = (operand: Operand | undefined): void => {
    const object = resource('XObject', operand);
    const ref = isName(operand) ? dictAt(resources, 'XObject')?.get(key(operand.name)) : undefined;
    if (!(object instanceof PDFRawStream) || nameAt(object.dict, 'Subtype') !== 'Form') {
      paint('graphics');
      return;
    }
    if (!(ref instanceof PDFRef) || w.path.includes(ref)) return;
    const inner = { ...w, path: [...w.path, ref] };
    const own = dictAt(object.dict, 'Resources') ?? resources;
    const marks = walk(decoded(object) ?? new Uint8Array(), own, object.dict, stack.at(-1)!, inner);
    const uses = (painted.forms.get(ref)?.uses ?? 0) + 1;
    painted.forms.set(ref, { uses, marked: marks, dict: object.dict });
  };

  const handlers: Readonly<Record<string, (operands: readonly Operand[]) => void>> = {
    BDC: ([tag, properties]) => begin(tag, properties),
    BMC: ([tag]) => begin(tag, undefined),
    EMC: () => {
      if (stack.length > 1) stack.pop();
    },
    q: () => {
      saved.push(state);
      painted.deepest = Math.max(painted.deepest, saved.length);
    },
    Q: () => {
      state = saved.pop() ?? state;
    },
    Tf: ([name]) => {
      const dict = resource('Font', name);
      const font =
        dict instanceof PDFDict ? (fonts.get(dict) ?? { dict, codes: new Map(), replaced: new Set() }) : undefined;
      if (font) fonts.set(font.dict, font);
      state = { ...state, font };
    },
    Tr: ([mode]) => {
      state = { ...state, mode: typeof mode === 'number' ? mode : 0 };
    },
    gs: ([name]) => {
      resource('ExtGState', name);
    },
    ri: ([name]) => {
      painted.intents.add(isName(name) ? name.name : '');
    },
    ...{ cs: choose, CS: choose },
    Tj: ([string]) => show(string),
    TJ: ([strings]) => show(strings),
    "'": ([string]) => show(string),
    '"': ([, , string]) => show(string),
    Do: ([name]) => draw(name),
  };
  for (const operation of content.operations) {
    const { operator } = operation;
    if (!OPERATORS.has(operator)) painted.unknownOperators.add(operator);
    const colour = COLOURS[operator];
    if (colour) painted.colours.set(colour, undefined);
    handlers[operator]?.(operandsOf(content, operation));
    if (operator === 'BI') painted.inlineImages++;
    if (GRAPHICS.has(operator)) paint('graphics');
  }
  return marked;
}

/**
 * Reads what a page paints.
 * @param fonts gathers the fonts of all pages
 * @param owners the elements by MCID that the parent tree holds for a page or form; undefined where it holds none
 */
export function readPainted(page: PDFDict, index: number, fonts: Walk['fonts'], owners: Walk['owners']): Painted {
  const painted: Painted = {
    ...{ page: index, loose: { text: 0, graphics: 0 }, mixed: new Set(), unknownOperators: new Set() },
    ...{ missingResources: new Set(), colours: new Map(), intents: new Set(), limits: new Set(), languages: new Set() },
    ...{ actualTexts: [], inlineImages: 0, deepest: 0, oddHex: false, broken: false, forms: new Map() },
  };
  const contents = entry(page, 'Contents');
  const streams = contents instanceof PDFArray ? itemsAt(page, 'Contents') : [contents];
  const parts = streams.filter((s) => s !== undefined).map((s) => decoded(s));
  if (parts.includes(undefined)) painted.broken = true;
  const data = new Uint8Array(parts.reduce((sum, p) => sum + (p?.length ?? 0) + 1, 0)).fill(10);
  let at = 0;
  for (const part of parts) {
    data.set(part ?? [], at);
    at += (part?.length ?? 0) + 1;
  }
  walk(
    data,
    dictAt(page, 'Resources'),
    page,
    { tagged: false, artifact: false, actual: false },
    { painted, fonts, owners, path: [] },
  );
  return painted;
}
