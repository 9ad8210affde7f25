/** Rules about fonts and the glyphs that are shown: embedded, of the right width, and readable as text. */
import type { Args } from '../../problem.ts';
import type { PdfFile } from '../file.ts';
import { type FontFacts, factsOf } from '../font-program.ts';
import { entry, has, nameAt, streamAt } from '../objects.ts';
import type { FontUse } from '../painted.ts';
import { type Rule, unless } from './rule.ts';

interface Font {
  readonly use: FontUse;
  readonly facts: FontFacts;
}

const known = new WeakMap<PdfFile, Font[]>();

/** The fonts that show text in the file, each read once. */
function fontsOf(file: PdfFile): Font[] {
  const fonts =
    known.get(file) ?? file.fonts.filter((f) => f.codes.size > 0).map((use) => ({ use, facts: factsOf(use.dict) }));
  known.set(file, fonts);
  return fonts;
}

const place = ({ facts }: Font): { font: string } => ({ font: facts.name || 'without a name' });

const each = (test: (font: Font) => boolean) => (file: PdfFile) =>
  fontsOf(file)
    .filter((f) => !test(f))
    .map(place);

const SUBTYPES = new Set(['Type1', 'MMType1', 'TrueType', 'Type3', 'Type0', 'CIDFontType0', 'CIDFontType2']);
const PROGRAM_SUBTYPES = new Set([undefined, 'Type1C', 'CIDFontType0C', 'OpenType']);

function dictionaryHolds({ use, facts }: Font): boolean {
  const dicts = [use.dict, ...(facts.descendant ? [facts.descendant] : [])];
  const program = ['FontFile', 'FontFile2', 'FontFile3'].map((k) => streamAt(facts.descriptor, k)).find((s) => s);
  return (
    dicts.every((d) => nameAt(d, 'Type') === 'Font' && SUBTYPES.has(nameAt(d, 'Subtype') ?? '')) &&
    dicts.every((d) => nameAt(d, 'Subtype') === 'Type3' || (nameAt(d, 'BaseFont') ?? '') !== '') &&
    PROGRAM_SUBTYPES.has(nameAt(program?.dict, 'Subtype'))
  );
}

/** Chromium embeds TrueType programs as composite fonts; only these are examined glyph by glyph. */
const isComposite = ({ use, facts }: Font): boolean =>
  nameAt(use.dict, 'Subtype') === 'Type0' && nameAt(facts.descendant, 'Subtype') === 'CIDFontType2';

const isEmbedded = ({ facts }: Font): boolean =>
  ['FontFile', 'FontFile2', 'FontFile3'].some((k) => has(facts.descriptor, k));

const encodingHolds = (font: Font): boolean =>
  !isComposite(font) || ['Identity-H', 'Identity-V'].includes(nameAt(font.use.dict, 'Encoding') ?? '');

const mapHolds = (font: Font): boolean => {
  const map = entry(font.facts.descendant, 'CIDToGIDMap');
  return (
    !isComposite(font) ||
    nameAt(font.facts.descendant, 'CIDToGIDMap') === 'Identity' ||
    (map !== undefined && 'dict' in map)
  );
};

/** Codes that fail a test, with the page where each is first shown. */
function codes(
  file: PdfFile,
  fails: (font: Font, code: number) => boolean,
  more: (font: Font, code: number) => Args = () => ({}),
): Args[] {
  return fontsOf(file).flatMap((font) =>
    [...font.use.codes]
      .filter(([code]) => fails(font, code))
      .map(([code, page]) => ({ ...place(font), page, code, ...more(font, code) })),
  );
}

/** Thousandths of the em by which two widths may differ. */
const WIDTH_TOLERANCE = 1;

const textOf = ({ facts }: Font, code: number): string => facts.unicode?.get(code) ?? '';

const spelled = (text: string): string =>
  [...text].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

/** Private use areas, the replacement character, and the presentation forms of Latin ligatures. */
const UNREADABLE = /[\ue000-\uf8ff\ufffd\ufb00-\ufb06]|[\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

export const FONTS: readonly Rule[] = [
  {
    code: 'pdf-font-dictionary',
    clauses: ['a:6.2.11.2-1', 'a:6.2.11.2-2', 'a:6.2.11.2-3', 'a:6.2.11.2-7'],
    find: each(dictionaryHolds),
  },
  {
    code: 'pdf-font-kind',
    clauses: [
      ...['ua:7.21.4.2-1', 'ua:7.21.6-1', 'ua:7.21.6-2', 'ua:7.21.6-3', 'ua:7.21.6-4'],
      ...['a:6.2.11.2-4', 'a:6.2.11.2-5', 'a:6.2.11.2-6', 'a:6.2.11.4.2-1'],
      ...['a:6.2.11.6-1', 'a:6.2.11.6-2', 'a:6.2.11.6-3', 'a:6.2.11.6-4'],
    ],
    find: (file) =>
      fontsOf(file)
        .filter((f) => !isComposite(f))
        .map((f) => ({ ...place(f), kind: nameAt(f.use.dict, 'Subtype') ?? 'none' })),
  },
  {
    code: 'pdf-font-encoding',
    clauses: [
      ...['ua:7.21.3.1-1', 'ua:7.21.3.3-1', 'ua:7.21.3.3-2', 'ua:7.21.3.3-3'],
      ...['a:6.2.11.3.1-1', 'a:6.2.11.3.3-1', 'a:6.2.11.3.3-2', 'a:6.2.11.3.3-3', 'a:6.1.13-10'],
    ],
    find: each(encodingHolds),
  },
  { code: 'pdf-font-glyph-map', clauses: ['ua:7.21.3.2-1', 'a:6.2.11.3.2-1'], find: each(mapHolds) },
  {
    code: 'pdf-font-not-embedded',
    clauses: ['ua:7.21.4.1-1', 'a:6.2.11.4.1-1'],
    find: each((f) => isEmbedded(f) || nameAt(f.use.dict, 'Subtype') === 'Type3'),
  },
  {
    code: 'pdf-font-cid-set',
    clauses: ['ua:7.21.4.2-2', 'a:6.2.11.4.2-2'],
    find: each(({ facts }) => !has(facts.descriptor, 'CIDSet')),
  },
  {
    code: 'pdf-font-broken',
    clauses: [],
    find: each((f) => !isComposite(f) || !isEmbedded(f) || f.facts.program !== undefined),
  },
  {
    code: 'pdf-glyph-missing',
    clauses: ['ua:7.21.4.1-2', 'ua:7.21.8-1', 'a:6.2.11.4.1-2', 'a:6.2.11.8-1'],
    find: (file) =>
      codes(file, ({ facts }, code) => {
        const glyph = facts.glyph(code);
        return facts.program !== undefined && (glyph === 0 || glyph >= facts.program.glyphs);
      }),
  },
  {
    code: 'pdf-glyph-width',
    clauses: ['ua:7.21.5-1', 'a:6.2.11.5-1'],
    find: (file) =>
      codes(file, ({ facts }, code) => {
        const glyph = facts.glyph(code);
        if (!facts.program || glyph >= facts.program.glyphs) return false;
        return Math.abs(facts.program.width(glyph) - facts.width(code)) > WIDTH_TOLERANCE;
      }),
  },
  {
    code: 'pdf-glyph-silent',
    clauses: ['ua:7.21.7-1', 'a:6.2.11.7.2-1'],
    find: (file) => codes(file, (font, code) => !font.use.replaced.has(code) && textOf(font, code) === ''),
  },
  {
    code: 'pdf-glyph-text',
    clauses: ['ua:7.21.7-2', 'a:6.2.11.7.2-2'],
    find: (file) =>
      codes(
        file,
        (font, code) => /[\0\ufeff\ufffe]/.test(textOf(font, code)),
        (font, code) => ({ text: spelled(textOf(font, code)) }),
      ),
  },
  {
    code: 'pdf-character',
    clauses: ['a:6.2.11.7.3-1'],
    find: (file) =>
      codes(
        file,
        (font, code) => UNREADABLE.test(textOf(font, code)),
        (font, code) => ({ text: spelled(textOf(font, code)) }),
      ),
  },
  {
    code: 'pdf-font-unlisted',
    clauses: [],
    find: (file, { fonts }) =>
      fonts === undefined
        ? []
        : fontsOf(file).flatMap((f) => unless(fonts.includes(f.facts.name), { ...place(f), known: fonts.join(', ') })),
  },
];
