/** A PDF as Chromium's writer shapes it, small enough to read: pages, named destinations, one line of text a page. */

export interface FakePage {
  readonly text?: string;
  readonly anchors?: readonly string[];
}

/** Anchors are written as Chromium does: percent escapes, in which `%` is the escape `#25` of a PDF name. */
export function fakePdf(pages: readonly FakePage[]): Uint8Array {
  const nameOf = (anchor: string) => encodeURIComponent(anchor).replace(/%/g, '#25');
  const pageId = (index: number) => 4 + index * 2;
  const destinations = pages.flatMap(({ anchors = [] }, index) =>
    anchors.map((anchor) => `/${nameOf(anchor)} [${pageId(index)} 0 R /XYZ 6 809.67 0]`),
  );
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R\n/Dests 3 0 R>>',
    `<</Type /Pages\n/Count ${pages.length}\n/Kids [${pages.map((_, index) => `${pageId(index)} 0 R`).join(' ')}]>>`,
    `<<${destinations.join('\n')}>>`,
    ...pages.flatMap(({ text = 'text' }, index) => {
      const content = text === '' ? '0 0 m' : `BT <${text}> Tj ET`;
      return [
        `<</Type /Page\n/Contents ${pageId(index) + 1} 0 R\n/Parent 2 0 R>>`,
        `<</Length ${content.length}>> stream\n${content}\nendstream`,
      ];
    }),
    '<</Type /Font\n/BaseFont /AAAAAA+SourceSans3-Regular>>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = ['0000000000 65535 f ', ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n `)];
  const table = `xref\n0 ${rows.length}\n${rows.join('\n')}\ntrailer\n<</Size ${rows.length}\n/Root 1 0 R>>\n`;
  return new TextEncoder().encode(`${pdf}${table}startxref\n${pdf.length}\n%%EOF\n`);
}
