import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { FONTS, finished, type Print, raw } from '../fixtures/prints.ts';
import { open } from '../fixtures/tree.ts';
import {
  all,
  broken,
  codesOf,
  content,
  dictionaries,
  element,
  kids,
  name,
  packet,
  page,
  resource,
  rewrite,
  written,
} from './broken.ts';

type Case = [what: string, code: string, change: (document: PDFDocument) => void];

const LAYOUT = /\/Figure <<\/MCID \d+>> BDC/;

const container: Case[] = [
  ['no identifier', 'pdf-identifier', ({ context }) => delete context.trailerInfo.ID],
  ['half a hexadecimal digit', 'pdf-hex-string', ({ catalog }) => catalog.set(name('X'), PDFHexString.of('ABC'))],
  [
    'a letter among hexadecimal digits',
    'pdf-hex-string',
    ({ catalog }) => catalog.set(name('X'), PDFHexString.of('ABZZ')),
  ],
  [
    'half a hexadecimal digit in page content',
    'pdf-hex-string',
    content((t) => `${t}\n/Artifact <</X <ABC>>> BDC EMC`),
  ],
  [
    'a stream in LZW',
    'pdf-filter',
    ({ catalog, context }) => catalog.set(name('X'), context.register(context.stream('', { Filter: 'LZWDecode' }))),
  ],
  [
    'a stream in another file',
    'pdf-filter',
    ({ catalog, context }) => catalog.set(name('X'), context.register(context.stream('', { F: PDFString.of('x') }))),
  ],
  ['a number beyond 31 bits', 'pdf-limit', ({ catalog }) => catalog.set(name('X'), PDFNumber.of(2147483648))],
  ['a string of 32768 bytes', 'pdf-limit', ({ catalog }) => catalog.set(name('X'), PDFString.of('x'.repeat(32768)))],
  ['a name of 128 bytes', 'pdf-limit', ({ catalog }) => catalog.set(name('X'), name('x'.repeat(128)))],
  ['29 nested graphics states', 'pdf-limit', content((t) => `${t}${'q '.repeat(29)}${'Q '.repeat(29)}`)],
  [
    'a page of two points',
    'pdf-limit',
    (document) => page(document).set(name('CropBox'), document.context.obj([0, 0, 2, 800])),
  ],
  ['a form', 'pdf-stranger', ({ catalog, context }) => catalog.set(name('AcroForm'), context.obj({ Fields: [] }))],
  ['layers', 'pdf-stranger', ({ catalog, context }) => catalog.set(name('OCProperties'), context.obj({}))],
  ['automatic actions on a page', 'pdf-stranger', (d) => page(d).set(name('AA'), d.context.obj({}))],
  ['an inline image', 'pdf-stranger', content((t) => `${t}\n/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI EMC`)],
  [
    'a reference to another file’s page',
    'pdf-stranger',
    ({ catalog, context }) =>
      catalog.set(name('X'), context.register(context.stream('', { Subtype: 'Form', Ref: context.obj({}) }))),
  ],
];

const metadata: Case[] = [
  ['no metadata', 'pdf-metadata-missing', ({ catalog }) => catalog.delete(name('Metadata'))],
  ['metadata that are no XML', 'pdf-xmp-malformed', packet((t) => t.replace('</dc:title>', ''))],
  [
    'an encoding in the packet’s header',
    'pdf-xmp-malformed',
    packet((t) => t.replace(' id="', ' encoding="UTF-8" id="')),
  ],
  ['part 2 of PDF/UA', 'pdf-ua-identification', packet((t) => t.replace('<pdfuaid:part>1', '<pdfuaid:part>2'))],
  [
    'another prefix for PDF/UA',
    'pdf-ua-identification',
    packet((t) => t.replace(/(xmlns:|<\/?)pdfuaid(?=[:=])/g, '$1ua')),
  ],
  ['conformance B', 'pdf-a-identification', packet((t) => t.replace('conformance>A<', 'conformance>B<'))],
  ['no title in the metadata', 'pdf-title-missing', packet((t) => t.replace(/<dc:title>.*<\/dc:title>/, ''))],
  [
    'a hidden title',
    'pdf-title-hidden',
    ({ catalog, context }) =>
      catalog.lookup(name('ViewerPreferences'), PDFDict).set(name('DisplayDocTitle'), context.obj(false)),
  ],
  [
    'an undeclared property',
    'pdf-xmp-property',
    packet((t) => t.replace('<pdf:Producer>', '<pdf:Taste>sweet</pdf:Taste><pdf:Producer>')),
  ],
  [
    'a date that is none',
    'pdf-xmp-property',
    packet((t) => t.replace('<xmp:CreateDate>2026-11-22', '<xmp:CreateDate>22.11.2026')),
  ],
  [
    'a list in the place of alternatives',
    'pdf-xmp-property',
    packet((t) => t.replace(/<dc:description>.*<\/dc:description>/, '<dc:description>x</dc:description>')),
  ],
  [
    'a schema without category',
    'pdf-xmp-extension',
    packet((t) => t.replace(/<pdfaProperty:category>.*<\/pdfaProperty:category>/, '')),
  ],
  ['a schema with another prefix', 'pdf-xmp-extension', packet((t) => t.replace(/pdfaSchema(?=[:=])/g, 'schema'))],
  ['no language', 'pdf-language-missing', ({ catalog }) => catalog.delete(name('Lang'))],
  ['a language that is no tag', 'pdf-language-tag', (d) => element(d, 'H2').set(name('Lang'), PDFString.of('en_GB'))],
  ['no mark of being tagged', 'pdf-not-marked', ({ catalog }) => catalog.delete(name('MarkInfo'))],
  [
    'suspect tags',
    'pdf-suspects',
    ({ catalog, context }) => catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), context.obj(true)),
  ],
];

const roleMap = ({ catalog }: PDFDocument) =>
  catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict);
const retype = (from: string, to: string) => (document: PDFDocument) =>
  element(document, from).set(name('S'), name(to));

const structure: Case[] = [
  ['an unknown type', 'pdf-type-unmapped', retype('P', 'Blob')],
  [
    'types that map to each other',
    'pdf-type-unmapped',
    (d) => {
      roleMap(d).set(name('One'), name('Other'));
      roleMap(d).set(name('Other'), name('One'));
    },
  ],
  ['another meaning for a standard type', 'pdf-type-remapped', (d) => roleMap(d).set(name('Sect'), name('Div'))],
  [
    'a type that is not UTF-8',
    'pdf-name-encoding',
    (d) => {
      roleMap(d).set(name('P\u00ff'), name('P'));
      element(d, 'P').set(name('S'), name('P\u00ff'));
    },
  ],
  ['an element without parent', 'pdf-parent-missing', (d) => element(d, 'P').delete(name('P'))],
  ['a paragraph straight in a list item', 'pdf-nesting', retype('LBody', 'P')],
  [
    'a cell outside a row',
    'pdf-nesting',
    (d) => kids(element(d, 'Document')).push(d.context.obj({ S: 'TD', P: d.context.nextRef() })),
  ],
  [
    'a caption between head and body',
    'pdf-caption',
    (d) => {
      const all = kids(element(d, 'Table'));
      const [caption, head] = [all.get(0), all.get(1)];
      all.set(0, head);
      all.set(1, caption);
    },
  ],
  ['a first heading of level 2', 'pdf-heading-levels', retype('H1', 'H2')],
  ['a skipped level', 'pdf-heading-levels', retype('H2', 'H3')],
  ['headings with and without level', 'pdf-heading-kinds', retype('H2', 'H')],
  ['a figure without alternative', 'pdf-figure-alternative', (d) => element(d, 'Figure').delete(name('Alt'))],
  [
    'an alternative of one word',
    'pdf-figure-short',
    (d) => element(d, 'Figure').set(name('Alt'), PDFString.of('Chart')),
  ],
  ['a figure without its box', 'pdf-figure-box', (d) => element(d, 'Figure').delete(name('A'))],
  ['a note without id', 'pdf-note-id', retype('P', 'Note')],
];

const tables: Case[] = [
  ['two heads in a table', 'pdf-table-groups', retype('TBody', 'THead')],
  [
    'a row that lacks a cell',
    'pdf-table-grid',
    (d) => {
      const row = kids(all(d, 'TR')[2]!);
      row.remove(1);
    },
  ],
  [
    'a cell that reaches below the last row',
    'pdf-table-grid',
    (d) =>
      all(d, 'TD')[1]!.set(
        name('A'),
        d.context.obj({ O: 'Table', RowSpan: 2, Headers: d.context.obj([PDFString.of('c1')]) }),
      ),
  ],
  [
    'cells that no head reaches',
    'pdf-cell-head',
    (d) => {
      for (const cell of [...all(d, 'TD'), ...all(d, 'TH')]) cell.delete(name('A'));
    },
  ],
  [
    'a cell that names a head that is not there',
    'pdf-cell-head',
    (d) =>
      all(d, 'TD')[0]!
        .lookup(name('A'), PDFDict)
        .set(name('Headers'), d.context.obj([PDFString.of('c99')])),
  ],
  ['an empty cell', 'pdf-cell-empty', (d) => all(d, 'TD')[0]!.delete(name('K'))],
];

const painted: Case[] = [
  ['drawing without a mark', 'pdf-content-unmarked', content((t) => `${t}\n0 0 9 9 re f`)],
  [
    'text without a mark',
    'pdf-content-unmarked',
    content((t) => t.replace('/Artifact <</Type /Pagination>> BDC', '/Span BMC')),
  ],
  [
    'a mark that no element holds',
    'pdf-content-unmarked',
    content((t) => t.replace(LAYOUT, '/Figure <</MCID 999>> BDC')),
  ],
  [
    'decoration inside a paragraph',
    'pdf-artifact-nesting',
    content((t) => t.replace('/P <</MCID 2>> BDC', '/P <</MCID 2>> BDC /Artifact BMC EMC')),
  ],
  [
    'a paragraph inside decoration',
    'pdf-artifact-nesting',
    content((t) => t.replace(/(\/P <<\/MCID 2>> BDC[\s\S]*?EMC)/, '/Artifact BMC $1 EMC')),
  ],
  [
    'a tagged group that belongs nowhere',
    'pdf-form-parents',
    (d) => {
      const form = d.context.stream('/P <</MCID 0>> BDC EMC', { Subtype: 'Form', BBox: d.context.obj([0, 0, 1, 1]) });
      resource(d, 'XObject', 'Group', d.context.register(form));
      content((t) => `${t}\n/Artifact BMC /Group Do EMC`)(d);
    },
  ],
  ['an unknown operator', 'pdf-operator', content((t) => `${t}\nBX glow EX`)],
  ['content that breaks off', 'pdf-content-broken', content((t) => `${t}\n(open`)],
  ['a resource that is not there', 'pdf-resource-missing', content((t) => `${t}\n/Nowhere gs`)],
];

const font = (d: PDFDocument) => dictionaries(d, 'Subtype', 'Type0')[0]!;
const descendant = (d: PDFDocument) => font(d).lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict);
const descriptor = (d: PDFDocument) => descendant(d).lookup(name('FontDescriptor'), PDFDict);

/** Shows a code that the page does not show, as decoration, so that nothing else is wrong with it. */
const showing = (code: string) => (d: PDFDocument) => {
  resource(d, 'Font', 'Mine', font(d));
  content((t) => `${t}\n/Artifact BMC BT /Mine 9 Tf /Span <</ActualText (x)>> BDC <${code}> Tj EMC ET EMC`)(d);
};
const reading = (as: string) => (d: PDFDocument) =>
  rewrite(font(d), 'ToUnicode', (t) => t.replace(/(beginbfchar\n<0001> <0020>\n<\w+>) <\w+>/, `$1 <${as}>`));

const fonts: Case[] = [
  ['a font without a type', 'pdf-font-dictionary', (d) => descendant(d).delete(name('Type'))],
  ['a font of another kind', 'pdf-font-kind', (d) => descendant(d).set(name('Subtype'), name('CIDFontType0'))],
  ['an encoding from outside', 'pdf-font-encoding', (d) => font(d).set(name('Encoding'), name('UniJIS-UTF16-H'))],
  ['no map from codes to glyphs', 'pdf-font-glyph-map', (d) => descendant(d).delete(name('CIDToGIDMap'))],
  ['a font that is not embedded', 'pdf-font-not-embedded', (d) => descriptor(d).delete(name('FontFile2'))],
  [
    'a list of glyphs',
    'pdf-font-cid-set',
    (d) => descriptor(d).set(name('CIDSet'), d.context.register(d.context.stream('x'))),
  ],
  [
    'a program that cannot be read',
    'pdf-font-broken',
    (d) => rewrite(descriptor(d), 'FontFile2', (t) => t.slice(0, 40)),
  ],
  ['the glyph for missing letters', 'pdf-glyph-missing', showing('0000')],
  ['a glyph beyond the last', 'pdf-glyph-missing', showing('FFF0')],
  ['widths that the program does not have', 'pdf-glyph-width', (d) => descendant(d).set(name('W'), d.context.obj([]))],
  ['codes without letters', 'pdf-glyph-silent', (d) => font(d).delete(name('ToUnicode'))],
  ['a letter that is U+FEFF', 'pdf-glyph-text', reading('FEFF')],
  ['a ligature as a letter', 'pdf-character', reading('FB01')],
  ['a letter of private use', 'pdf-character', reading('E000')],
];

const colour: Case[] = [
  ['CMYK', 'pdf-colour', content((t) => `${t}\n0 0 0 1 k`)],
  [
    'a spot colour',
    'pdf-colour',
    (d) => {
      resource(d, 'ColorSpace', 'Spot', d.context.obj(['Separation', 'Gold', 'DeviceRGB', d.context.obj({})]));
      content((t) => `${t}\n/Spot cs`)(d);
    },
  ],
  [
    'a profile that is none',
    'pdf-colour',
    (d) => {
      resource(
        d,
        'ColorSpace',
        'Own',
        d.context.obj(['ICCBased', d.context.register(d.context.stream('x', { N: 3 }))]),
      );
      content((t) => `${t}\n/Own cs`)(d);
    },
  ],
  [
    'a shading in CMYK',
    'pdf-colour',
    ({ catalog, context }) =>
      catalog.set(name('X'), context.register(context.obj({ ShadingType: 2, ColorSpace: 'DeviceCMYK' }))),
  ],
  [
    'a transfer function',
    'pdf-graphics-state',
    (d) => resource(d, 'ExtGState', 'Own', d.context.obj({ TR: 'Identity' })),
  ],
  [
    'an unknown blend mode',
    'pdf-graphics-state',
    (d) => resource(d, 'ExtGState', 'Own', d.context.obj({ BM: 'Glow' })),
  ],
  ['an unknown rendering intent', 'pdf-rendering-intent', content((t) => `${t}\n/Bright ri`)],
  [
    'an interpolated image',
    'pdf-image',
    ({ catalog, context }) =>
      catalog.set(
        name('X'),
        context.register(
          context.stream('x', { Subtype: 'Image', ColorSpace: 'DeviceGray', BitsPerComponent: 8, Interpolate: true }),
        ),
      ),
  ],
];

const link = (d: PDFDocument) => dictionaries(d, 'Subtype', 'Link')[0]!;

const annotations: Case[] = [
  ['an annotation that is no link', 'pdf-annotation-type', (d) => link(d).set(name('Subtype'), name('Text'))],
  ['a link without description', 'pdf-link-silent', (d) => link(d).delete(name('Contents'))],
  ['a link outside the structure', 'pdf-link-untied', (d) => link(d).delete(name('StructParent'))],
  ['a page without tab order', 'pdf-tab-order', (d) => page(d).delete(name('Tabs'))],
  ['a link that is not printed', 'pdf-annotation-flags', (d) => link(d).set(name('F'), PDFNumber.of(0))],
  ['a hidden link', 'pdf-annotation-flags', (d) => link(d).set(name('F'), PDFNumber.of(6))],
  ['a script', 'pdf-action', (d) => link(d).set(name('A'), d.context.obj({ S: 'JavaScript', JS: PDFString.of('') }))],
  ['a program to launch', 'pdf-action', (d) => link(d).set(name('A'), d.context.obj({ S: 'Launch' }))],
];

const specification = (d: PDFDocument) => dictionaries(d, 'Type', 'Filespec')[0]!;

const attachments: Case[] = [
  ['an attached file with one name', 'pdf-attachment-name', (d) => specification(d).delete(name('UF'))],
  [
    'an attached file without type',
    'pdf-attachment-type',
    (d) => dictionaries(d, 'Type', 'EmbeddedFile')[0]!.delete(name('Subtype')),
  ],
  [
    'an attached file without relationship',
    'pdf-attachment-relationship',
    (d) => specification(d).delete(name('AFRelationship')),
  ],
  [
    'an attached file on its own',
    'pdf-attachment-untied',
    ({ catalog }) => catalog.lookup(name('AF'), PDFArray).remove(0),
  ],
];

describe('a good file', () => {
  it.each<Print>(['small', 'brief', 'long'])('breaks no rule (%s)', async (print) => {
    expect(await codesOf((await finished(print)).bytes, { fonts: FONTS })).toEqual([]);
  });

  it('breaks no rule when it is written again unchanged', async () => {
    expect(await broken(() => {}, { fonts: FONTS })).toEqual([]);
  });
});

describe.each([
  ['container', container],
  ['metadata', metadata],
  ['structure', structure],
  ['tables', tables],
  ['page content', painted],
  ['fonts', fonts],
  ['colour', colour],
  ['annotations', annotations],
  ['attachments', attachments],
])('rules about %s', (_, cases) => {
  it.each(cases)('report %s, and nothing else', async (_what, code, change) => {
    expect(await broken(change)).toEqual([code]);
  });
});

describe('rules that pull others with them', () => {
  it('report a missing tree first', async () => {
    const codes = await broken(({ catalog }) => catalog.delete(name('StructTreeRoot')));
    expect(codes).toEqual(['pdf-structure-missing', 'pdf-content-unmarked', 'pdf-link-untied']);
  });

  it('report a missing output intent, and the colours that need it', async () => {
    const codes = await broken(({ catalog }) => catalog.delete(name('OutputIntents')));
    expect(codes).toEqual(['pdf-output-intent', 'pdf-colour']);
  });

  it('report an output profile that is none', async () => {
    const codes = await broken((d) =>
      rewrite(dictionaries(d, 'Type', 'OutputIntent')[0]!, 'DestOutputProfile', (t) => t.replace('mntr', 'abst')),
    );
    expect(codes).toEqual(['pdf-output-intent', 'pdf-colour']);
  });

  it('report a font of the system by its name', async () => {
    expect(await broken(() => {}, { fonts: FONTS.slice(1) })).toEqual(['pdf-font-unlisted']);
  });
});

describe('rules about bytes', () => {
  const change = async (from: RegExp, to: string) => {
    const latin = Buffer.from((await finished('small')).bytes).toString('latin1');
    expect(latin).toMatch(from);
    return codesOf(new Uint8Array(Buffer.from(latin.replace(from, to), 'latin1')));
  };

  it('report a header of another version', async () => {
    expect(await change(/^%PDF-1\.7/, '%PDF-2.0')).toEqual(['pdf-header']);
  });

  it('report a header without its binary comment', async () => {
    expect(await change(/^(%PDF-1\.7\n%)..../, '$1abcd')).toEqual(['pdf-header']);
  });

  it('report what follows the end', async () => {
    expect(await change(/%%EOF$/, '%%EOF\n\nmore')).toEqual(['pdf-syntax']);
  });

  it('report a stream of another length than it says', async () => {
    expect(
      await change(/\/Type \/Metadata\n\/Subtype \/XML\n\/Length (\d)/, '/Type /Metadata\n/Subtype /XML\n/Length 1$1'),
    ).toEqual(['pdf-syntax']);
  });

  it('report objects that do not begin on a line of their own', async () => {
    expect(await change(/\nendobj\n\n(\d+ 0 obj\n<<\n\/Type \/Page)/, '\nendobj  $1')).toEqual(['pdf-syntax']);
  });

  it('report a raw print: it is what finish is for', async () => {
    expect(await codesOf(raw('small'))).toEqual([
      'pdf-identifier',
      'pdf-syntax',
      'pdf-metadata-missing',
      'pdf-type-unmapped',
      'pdf-figure-alternative',
      'pdf-figure-box',
      'pdf-nesting',
      'pdf-content-unmarked',
      'pdf-form-parents',
      'pdf-output-intent',
      'pdf-colour',
      'pdf-link-silent',
    ]);
  });

  it('report a file that is none, and one that is encrypted', async () => {
    expect(await codesOf(new TextEncoder().encode('%PDF-1.7 and no more'))).toEqual(['pdf-unreadable']);
    const document = await open((await finished('small')).bytes);
    document.encrypt({ userPassword: 'x', ownerPassword: 'y', permissions: {} });
    expect(await codesOf(await document.save())).toEqual(['pdf-unreadable']);
  });
});

describe('a problem', () => {
  it('names the file, and the clause that it breaks', async () => {
    const document = await open((await finished('small')).bytes);
    element(document, 'LBody').set(name('S'), name('P'));
    const { checkRules } = await import('../../src/verify/check-rules.ts');
    const [found] = await checkRules(await written(document), { file: 'brief-2005.pdf' });
    expect(found?.file).toBe('brief-2005.pdf');
    expect(found?.message).toContain('PDF/UA-1 7.2-20');
  });
});
