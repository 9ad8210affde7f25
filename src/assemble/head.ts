/** The head of a page: title, descriptions, styles, and a policy that lets the page load nothing and run nothing but its own script. Part of `assemble`. */
import type { Html, Medium } from '../model/document.ts';
import type { Lang, Languages, Text } from '../model/language.ts';
import { SCRIPT_HASH } from './page/script.ts';

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * The policy of the page itself: nothing from anywhere but what is in the file (print: beside it), no script but the one
 * whose hash it names. `style-src 'unsafe-inline'` is for the one style element and the colours of drawings; fonts are
 * files beside the printed page, embedded on screen.
 */
const POLICY: Readonly<Record<Medium, string>> = {
  print: "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; img-src data:",
  screen: `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`,
};

export interface Headed {
  readonly title: string;
  readonly descriptions: Text;
  readonly languages: Languages;
  readonly publisher: Text;
  /** ISO date. */
  readonly date: string;
  readonly styles: string;
  readonly medium: Medium;
  /** JSON-LD, for the screen. */
  readonly data: string;
}

export function head(page: Headed): Html {
  const [first] = page.languages;
  return [
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY[page.medium]}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(page.title)}</title>`,
    ...page.languages.map(
      (lang) => `<meta name="description" lang="${lang}" content="${escapeText(page.descriptions[lang] ?? '')}">`,
    ),
    ...(page.medium === 'screen' ? shared(page, first) : []),
    `<style>\n${page.styles}\n</style>`,
    ...(page.medium === 'screen' ? [`<script type="application/ld+json">${page.data}</script>`] : []),
    '</head>',
  ].join('\n');
}

/** What is shown where somebody shares the page (Open Graph). */
function shared({ title, descriptions, languages, publisher, date }: Headed, first: Lang): Html[] {
  const others = languages.filter((lang) => lang !== first);
  const said: readonly (readonly [string, string])[] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', languages.map((lang) => descriptions[lang] ?? '').join(' · ')],
    ['og:site_name', languages.map((lang) => publisher[lang] ?? '').join(' · ')],
    ['og:locale', territory(first)],
    ...others.map((lang) => ['og:locale:alternate', territory(lang)] as const),
    ['article:published_time', date],
  ];
  return said.map(([property, content]) => `<meta property="${property}" content="${escapeText(content)}">`);
}

/** `vi_VN`: Open Graph wants a country, the one where most speak the language. */
function territory(lang: Lang): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
