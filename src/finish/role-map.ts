/** Structure types: the standard ones of PDF 1.7, and what the others that Chromium writes mean in their terms. */

/** ISO 32000-1, 14.8.4. */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** Types of PDF 2.0 and their nearest in PDF 1.7. */
const NEAREST: Readonly<Record<string, string>> = {
  Aside: 'Div',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
};

/**
 * The role map for the types in use: every one that PDF 1.7 does not know, in alphabetical order.
 * An unknown type becomes `Span`, which holds anything and claims nothing.
 * @returns the map, and the types for which that guess was made
 */
export function roleMapFor(types: Iterable<string>): { map: [string, string][]; unknown: string[] } {
  const strange = [...new Set(types)].filter((t) => !STANDARD_TYPES.has(t)).sort();
  return { map: strange.map((t) => [t, NEAREST[t] ?? 'Span']), unknown: strange.filter((t) => !(t in NEAREST)) };
}
