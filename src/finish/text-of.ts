/** The Unicode text of marked content, through the fonts' own character maps: for link descriptions. */
import { PDFDict } from '@cantoo/pdf-lib';
import { readCharacterMap } from '../model/character-map.ts';
import { isBytes, isList, isMap, isName, type Operand } from '../model/content-operands.ts';
import { operandsOf } from '../model/content-stream.ts';
import { decoded, dictAt, entry, key, nameAt } from './objects.ts';
import type { Mark, Unit } from './units.ts';

/** Code → text, and how many bytes a code has. */
export interface CharacterMap {
  readonly width: 1 | 2;
  readonly text: ReadonlyMap<number, string>;
}

export type Fonts = (unit: Unit, name: string | undefined) => CharacterMap | undefined;

/** Looks fonts up by their name in a unit's resources; each is read once. */
export function characterMaps(): Fonts {
  const known = new Map<PDFDict, CharacterMap>();
  return (unit, name) => {
    const fonts = unit.resources && dictAt(unit.resources, 'Font');
    const font = fonts && name !== undefined ? entry(fonts, name) : undefined;
    if (!(font instanceof PDFDict)) return undefined;
    const map = known.get(font) ?? {
      width: nameAt(font, 'Subtype') === 'Type0' ? 2 : 1,
      text: readCharacterMap(
        new TextDecoder('latin1').decode(decoded(font.context.lookup(font.get(key('ToUnicode'))))),
      ),
    };
    known.set(font, map);
    return map;
  };
}

function decode(bytes: Uint8Array, map: CharacterMap | undefined): string {
  let out = '';
  const step = map?.width ?? 1;
  for (let i = 0; i + step <= bytes.length; i += step) {
    const code = step === 2 ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!;
    out += map?.text.get(code) ?? '';
  }
  return out;
}

const utf16be = (bytes: Uint8Array): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? new TextDecoder('utf-16be').decode(bytes.subarray(2))
    : new TextDecoder('latin1').decode(bytes);

/** What a mark paints, as text; an `ActualText` stands for the glyphs inside it. */
export function textOf(mark: Mark, fonts: Fonts): string {
  const { unit } = mark;
  let font = mark.font;
  let out = '';
  // One entry for each open sequence: whether its glyphs are replaced.
  const replaced: boolean[] = [];
  const show = (operand: Operand | undefined) => {
    if (replaced.includes(true)) return;
    for (const part of isList(operand) ? operand : [operand])
      if (isBytes(part)) out += decode(part.bytes, fonts(unit, font));
  };
  for (const operation of unit.operations.slice(mark.begin + 1, mark.end)) {
    const { operator } = operation;
    const operands = operandsOf(unit, operation);
    if (operator === 'Tf') font = isName(operands[0]) ? operands[0].name : undefined;
    else if (operator === 'Tj' || operator === 'TJ' || operator === "'") show(operands[0]);
    else if (operator === '"') show(operands[2]);
    else if (operator === 'EMC') replaced.pop();
    else if (operator === 'BMC' || operator === 'BDC') {
      const actual = isMap(operands[1]) ? operands[1].get('ActualText') : undefined;
      if (isBytes(actual) && !replaced.includes(true)) out += utf16be(actual.bytes);
      replaced.push(isBytes(actual));
    }
  }
  return out;
}
