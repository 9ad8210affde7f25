/** Makes Vega's SVG fit to stand in a page with others: an image with a text alternative, and ids of its own. Part of `chart`. */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Rewrites the root element and the ids. Coordinates keep three decimals: 1/1000 px, and bytes that do not depend on the
 * last bit of a division. Marks lose their class and ARIA attributes, which name Vega's insides.
 * @param id unique in the page, `chart-scale-vi-en`; ids inside begin with it
 */
export function finishedSvg(svg: string, id: string, alternative: string): string {
  const width = /\bwidth="([\d.]+)"/.exec(svg)?.[1] ?? '0';
  const height = /\bheight="([\d.]+)"/.exec(svg)?.[1] ?? '0';
  const root = `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" role="img" aria-label="${escaped(alternative)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1).replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(/ (?:class|role|aria-[a-z]+)="[^"]*"/g, '')
      .replace(/(\d\.\d{3})\d+/g, '$1')
      // A dash without a gap is a solid line, which the PDF would otherwise cut into polygons.
      .replace(/ stroke-dasharray="[\d.]+,0"/g, '')
      .replace(/\bid="/g, `id="${id}-`)
      .replace(/url\(#/g, `url(#${id}-`)
      .replace(/href="#/g, `href="#${id}-`),
  );
  return root + inner;
}
