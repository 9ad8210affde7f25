/** Rules about colour, graphics states and images: device colours need the output intent, all else is refused. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Args } from '../../problem.ts';
import type { PdfFile } from '../file.ts';
import {
  boolAt,
  decoded,
  dictAt,
  dictOf,
  entry,
  has,
  itemsAt,
  itemsOf,
  key,
  nameAt,
  nameOf,
  numberAt,
  streamAt,
} from '../objects.ts';
import { type Rule, unless } from './rule.ts';

const latin = (bytes: Uint8Array | undefined, from: number, to: number): string =>
  new TextDecoder('latin1').decode(bytes?.subarray(from, to));

/** The colour space that an output profile converts to: `RGB `, `GRAY`, `CMYK`; undefined where it is no such profile. */
export function profileSpace(profile: PDFRawStream | undefined): string | undefined {
  const bytes = decoded(profile);
  const space = latin(bytes, 16, 20);
  const fine =
    ['prtr', 'mntr'].includes(latin(bytes, 12, 16)) &&
    ['RGB ', 'GRAY', 'CMYK'].includes(space) &&
    latin(bytes, 36, 40) === 'acsp' &&
    (bytes?.[8] ?? 9) < 5 &&
    numberAt(profile?.dict, 'N') === { 'RGB ': 3, GRAY: 1, CMYK: 4 }[space];
  return fine ? space : undefined;
}

const intents = (file: PdfFile): PDFDict[] =>
  itemsAt(file.catalog, 'OutputIntents').filter((i): i is PDFDict => i instanceof PDFDict);

const outputSpace = (file: PdfFile): string | undefined => {
  const intent = intents(file).find((i) => nameAt(i, 'S') === 'GTS_PDFA1');
  return profileSpace(streamAt(intent, 'DestOutputProfile'));
};

function intentFaults(file: PdfFile): Args[] {
  const all = intents(file);
  const profiles = new Set(all.map((i) => entry(i, 'DestOutputProfile')).filter((p) => p !== undefined));
  const wrong = all.some(
    (i) => has(i, 'DestOutputProfile') && profileSpace(streamAt(i, 'DestOutputProfile')) === undefined,
  );
  const foreign = all.some((i) => nameAt(i, 'S') === 'GTS_PDFX' && has(i, 'DestOutputProfileRef'));
  return unless(all.length > 0 && profiles.size === 1 && !wrong && !foreign);
}

/** The rule that a colour space falls under where it does not fit. */
function clauseOf(name: string): string {
  if (name === 'ICCBased') return '6.2.4.2-1';
  const device = { DeviceRGB: '6.2.4.3-2', DeviceCMYK: '6.2.4.3-3', DeviceGray: '6.2.4.3-4' }[name];
  return device ?? '6.2.4.2-2, 6.2.4.4-1…2, 6.1.13-9';
}

/** Device colours: RGB wants an RGB intent, grey any. A profile of its own must be a sound one. Others are not expected. */
function fits(space: PDFObject | undefined, output: string | undefined): boolean {
  const name = spaceName(space);
  if (name === 'Pattern') return true;
  if (name === 'DeviceGray' || name === 'CalGray' || name === 'CalRGB') return output !== undefined;
  if (name === 'DeviceRGB') return output === 'RGB ';
  if (!(space instanceof PDFArray)) return false;
  const [, inner] = itemsOf(space);
  if (name === 'Indexed') return fits(inner, output);
  return name === 'ICCBased' && inner instanceof PDFRawStream && isInputProfile(inner);
}

const spaceName = (space: PDFObject | undefined): string =>
  (space instanceof PDFArray ? nameOf(space.lookup(0)) : nameOf(space)) ?? 'unknown';

function isInputProfile(profile: PDFRawStream): boolean {
  const bytes = decoded(profile);
  return (
    ['prtr', 'mntr', 'scnr', 'spac'].includes(latin(bytes, 12, 16)) &&
    ['RGB ', 'GRAY', 'Lab '].includes(latin(bytes, 16, 20)) &&
    (bytes?.[8] ?? 9) < 5
  );
}

/** Where a colour space is named: page content, images, shadings. */
function colourFaults(file: PdfFile): Args[] {
  const output = outputSpace(file);
  const painted = file.painted.flatMap((p) =>
    [...p.colours].map(([name, space]) => ({ page: String(p.page), space: space ?? key(name) })),
  );
  const dicts = [
    ...images(file),
    ...file.objects.flatMap(([, o]) => dictOf(o) ?? []).filter((d) => has(d, 'ShadingType')),
  ];
  const held = dicts.flatMap((d) => {
    const space = entry(d, 'ColorSpace');
    return space ? [{ page: '?', space }] : [];
  });
  return [...painted, ...held]
    .filter(({ space }) => !fits(space, output))
    .map(({ page, space }) => ({ page, colour: spaceName(space), clause: `PDF/A-3a ${clauseOf(spaceName(space))}` }));
}

/** Every dictionary of that kind in the file's resources, whether it is an object of its own or not. */
function resources(file: PdfFile, kind: string): PDFDict[] {
  const holders = [...file.pages, ...file.streams.map((s) => s.dict)].map((d) => dictAt(d, 'Resources'));
  const all = holders.flatMap((r) => dictAt(r, kind)?.values() ?? []).map((v) => file.catalog.context.lookup(v));
  return [...new Set(all)].flatMap((v) => (v instanceof PDFDict ? [v] : []));
}

const images = (file: PdfFile): PDFDict[] =>
  file.streams.map((s) => s.dict).filter((d) => nameAt(d, 'Subtype') === 'Image');

const BLENDS = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue
  Saturation Color Luminosity`.split(/\s+/),
);
const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);

function stateFaults(state: PDFDict): Args[] {
  const found = ['TR', 'HTP', 'HT'].filter((k) => has(state, k));
  if (has(state, 'TR2') && nameAt(state, 'TR2') !== 'Default') found.push('TR2');
  const blend = entry(state, 'BM');
  const modes: (PDFObject | undefined)[] = blend instanceof PDFArray ? itemsAt(state, 'BM') : [blend];
  if (modes.some((m) => m !== undefined && !(m instanceof PDFName && BLENDS.has(m.decodeText())))) found.push('BM');
  return found.map((name) => ({ name }));
}

function imageFaults(dict: PDFDict): Args[] {
  const bits = numberAt(dict, 'BitsPerComponent');
  const mask = boolAt(dict, 'ImageMask') === true;
  const found = ['Alternates', 'OPI'].filter((k) => has(dict, k));
  if (boolAt(dict, 'Interpolate') === true) found.push('Interpolate');
  if (bits !== undefined && !(mask ? [1] : [1, 2, 4, 8, 16]).includes(bits)) found.push('BitsPerComponent');
  return found.map((name) => ({ name }));
}

export const COLOUR: readonly Rule[] = [
  {
    code: 'pdf-output-intent',
    clauses: ['a:6.2.3-1', 'a:6.2.3-2', 'a:6.2.3-3', 'a:6.2.10-2'],
    find: intentFaults,
  },
  {
    code: 'pdf-colour',
    clauses: [
      ...['a:6.2.4.2-1', 'a:6.2.4.2-2', 'a:6.2.4.3-2', 'a:6.2.4.3-3', 'a:6.2.4.3-4', 'a:6.2.4.4-1', 'a:6.2.4.4-2'],
      'a:6.1.13-9',
    ],
    find: colourFaults,
  },
  {
    code: 'pdf-graphics-state',
    clauses: ['a:6.2.5-1', 'a:6.2.5-2', 'a:6.2.5-3', 'a:6.2.10-1'],
    find: (file) => resources(file, 'ExtGState').flatMap(stateFaults),
  },
  {
    code: 'pdf-rendering-intent',
    clauses: ['a:6.2.6-1'],
    find: (file) => {
      const named = [
        ...file.painted.flatMap((p) => [...p.intents]),
        ...images(file).map((d) => nameAt(d, 'Intent')),
        ...resources(file, 'ExtGState').map((d) => nameAt(d, 'RI')),
      ];
      return named.flatMap((name) => (name === undefined || INTENTS.has(name) ? [] : [{ name }]));
    },
  },
  {
    code: 'pdf-image',
    clauses: ['a:6.2.8-1', 'a:6.2.8-2', 'a:6.2.8-3', 'a:6.2.8-4', 'a:6.2.8-5'],
    find: (file) => images(file).flatMap(imageFaults),
  },
];
