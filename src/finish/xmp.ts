/** The XMP packet: what the file is, in every language, and which standards it follows. */
import type { Lang } from '../model/language.ts';
import type { PdfMeta } from '../model/pdf.ts';

export const CREATOR = 'Export Brief';

const escaped = (s: string): string =>
  s.normalize('NFC').replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const list = (kind: 'Seq' | 'Bag', items: readonly string[]): string =>
  `<rdf:${kind}>${items.map((i) => `<rdf:li>${escaped(i)}</rdf:li>`).join('')}</rdf:${kind}>`;

/** The same text in each language, the document's first one as the default. */
function alternatives(languages: readonly Lang[], texts: Readonly<Record<Lang, string>>): string {
  const [first] = languages;
  const said = languages.map((l): [string, string] => [l, texts[l] ?? '']);
  const all: [string, string][] = [['x-default', texts[first ?? ''] ?? ''], ...said];
  return `<rdf:Alt>${all.map(([l, t]) => `<rdf:li xml:lang="${l}">${escaped(t)}</rdf:li>`).join('')}</rdf:Alt>`;
}

/**
 * PDF/A knows its own schema and the common ones; the PDF/UA schema must be described in the packet
 * (ISO 19005-3, 6.6.2.3).
 */
const EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/**
 * The whole packet.
 * @param date `2026-11-22T00:00:00Z`
 * @param producer what made the PDF itself (`Skia/PDF m147`)
 */
export function xmpPacket(meta: PdfMeta, date: string, producer: string): string {
  const identifier = `${meta.edition}/${meta.documentName}`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:identifier>${escaped(identifier)}</dc:identifier>
<dc:title>${alternatives(meta.languages, meta.title)}</dc:title>
<dc:creator>${list('Seq', [meta.publisher])}</dc:creator>
<dc:publisher>${list('Bag', [meta.publisher])}</dc:publisher>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(meta.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language>${list('Bag', meta.languages)}</dc:language>
<dc:date>${list('Seq', [date])}</dc:date>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
${EXTENSION}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
