/** The head of a page: title, description, styles, and a policy that lets the page load nothing and run nothing. Part of `assemble`. */
import type { Html, Medium } from '../model/document.ts';

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * The policy of the page itself: nothing from anywhere but what is in the file (print: beside it), no script at all.
 * `style-src 'unsafe-inline'` is for the one style element; fonts are files beside the printed page, embedded on screen.
 */
const POLICY: Readonly<Record<Medium, string>> = {
  print: "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; img-src data:",
  screen: "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
};

export function head(page: { title: string; description: string; styles: string; medium: Medium }): Html {
  return [
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY[page.medium]}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(page.title)}</title>`,
    `<meta name="description" content="${escapeText(page.description)}">`,
    `<style>\n${page.styles}\n</style>`,
    '</head>',
  ].join('\n');
}
