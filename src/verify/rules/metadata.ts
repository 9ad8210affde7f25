/** Rules about what the file says of itself: XMP, title, language, viewer preferences. */
import type { Args } from '../../problem.ts';
import type { PdfFile } from '../file.ts';
import { boolAt, dictAt, nameAt, streamAt, textAt } from '../objects.ts';
import { extensionFaults, isDeclared, type Property, propertiesOf, typeFault, XMP } from '../xmp.ts';
import { type Rule, unless } from './rule.ts';

const find = (file: PdfFile, namespace: string, name: string): Property | undefined =>
  propertiesOf(file).find((p) => p.namespace === namespace && p.name === name);

/** An identification schema: every property that is there carries the recommended prefix, and the values are right. */
function identification(
  file: PdfFile,
  namespace: string,
  prefix: string,
  wanted: Readonly<Record<string, string>>,
): Args[] {
  const wrongPrefix = propertiesOf(file).filter((p) => p.namespace === namespace && p.prefix !== prefix);
  return [
    ...Object.entries(wanted)
      .filter(([name, value]) => find(file, namespace, name)?.text !== value)
      .map(([name, value]) => ({
        wanted: `${prefix}:${name} = ${value}`,
        found: find(file, namespace, name)?.text ?? 'nothing',
      })),
    ...wrongPrefix.map((p) => ({ wanted: `the prefix ${prefix}`, found: `${p.prefix}:${p.name}` })),
  ];
}

/** RFC 3066. */
const TAG = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

function languageTags(file: PdfFile): Args[] {
  const said = [
    ['the document', textAt(file.catalog, 'Lang')],
    ...(file.structure?.nodes.map((n) => [n.type, n.ownLang]) ?? []),
    ...file.painted.flatMap((p) => [...p.languages].map((l) => [`page ${p.page}`, l])),
  ] as const;
  return said.flatMap(([where, lang]) => (lang === undefined || TAG.test(lang) ? [] : [{ where, lang }]));
}

/** The packet's own header: `<?xpacket begin=… id=… ?>`. */
const packetHeader = ({ packet }: PdfFile): string => /<\?xpacket begin=[\s\S]*?\?>/.exec(packet ?? '')?.[0] ?? '';

function titleOf(file: PdfFile): string | undefined {
  const title = find(file, XMP.dc, 'title');
  return title?.prefix === 'dc' ? title.text : undefined;
}

export const METADATA: readonly Rule[] = [
  {
    code: 'pdf-metadata-missing',
    clauses: ['ua:7.1-8', 'a:6.6.2.1-1'],
    find: ({ catalog }) => {
      const dict = streamAt(catalog, 'Metadata')?.dict;
      return unless(nameAt(dict, 'Type') === 'Metadata' && nameAt(dict, 'Subtype') === 'XML');
    },
  },
  {
    code: 'pdf-xmp-malformed',
    clauses: ['a:6.6.2.1-2', 'a:6.6.2.1-3', 'a:6.6.2.1-4', 'a:6.6.2.1-5'],
    find: (file) => {
      if (file.packet === undefined) return [];
      const header = packetHeader(file);
      return unless(
        file.xmp !== undefined && !file.packet.includes('\ufffd') && !/\s(bytes|encoding)\s*=/.test(header),
      );
    },
  },
  {
    code: 'pdf-ua-identification',
    clauses: ['ua:5-1', 'ua:5-2', 'ua:5-3', 'ua:5-4', 'ua:5-5'],
    find: (file) => (file.xmp ? identification(file, XMP.pdfuaid, 'pdfuaid', { part: '1' }) : []),
  },
  {
    code: 'pdf-a-identification',
    clauses: [1, 2, 3, 4, 5, 6, 7].map((n) => `a:6.6.4-${n}`),
    find: (file) => (file.xmp ? identification(file, XMP.pdfaid, 'pdfaid', { part: '3', conformance: 'A' }) : []),
  },
  {
    code: 'pdf-title-missing',
    clauses: ['ua:7.1-9'],
    find: (file) => (file.xmp ? unless((titleOf(file) ?? '') !== '') : []),
  },
  {
    code: 'pdf-title-hidden',
    clauses: ['ua:7.1-10'],
    find: ({ catalog }) => unless(boolAt(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === true),
  },
  {
    code: 'pdf-xmp-property',
    clauses: ['a:6.6.2.3.1-1', 'a:6.6.2.3.1-2'],
    find: (file) =>
      propertiesOf(file).flatMap((property) => {
        const name = `${property.prefix}:${property.name}`;
        if (!isDeclared(file, property))
          return [{ name, fault: 'belongs to no schema that the packet or PDF/A knows' }];
        const fault = typeFault(property);
        return fault === undefined ? [] : [{ name, fault }];
      }),
  },
  {
    code: 'pdf-xmp-extension',
    clauses: ['a:6.6.2.3.2-1', ...Array.from({ length: 18 }, (_, i) => `a:6.6.2.3.3-${i + 1}`)],
    find: (file) => extensionFaults(file).map((fault) => ({ fault })),
  },
  {
    code: 'pdf-language-missing',
    clauses: [2, 21, 22, 23, 24, 30, 31, 32, 33, 34].map((n) => `ua:7.2-${n}`),
    find: ({ catalog }) => unless((textAt(catalog, 'Lang') ?? '') !== ''),
  },
  { code: 'pdf-language-tag', clauses: ['ua:7.2-29', 'a:6.7.4-1'], find: languageTags },
  {
    code: 'pdf-not-marked',
    clauses: ['ua:6.2-1', 'a:6.7.2.2-1'],
    find: ({ catalog }) => unless(boolAt(dictAt(catalog, 'MarkInfo'), 'Marked') === true),
  },
  {
    code: 'pdf-suspects',
    clauses: ['ua:7.1-4'],
    find: ({ catalog }) => unless(boolAt(dictAt(catalog, 'MarkInfo'), 'Suspects') !== true),
  },
];
