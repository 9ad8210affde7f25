/** Content for tests of charts: the shipped chart files and locales, a few terms, the design's colours, the embedded fonts. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFile } from '../../src/chart/chart.ts';
import { readYaml } from '../../src/load/read-yaml.ts';
import type { ChartSpec, Content, FactSpec } from '../../src/model/content.ts';
import type { Languages, Text } from '../../src/model/language.ts';
import { localeOf, rawLocale } from '../model/locales.ts';

const folder = new URL('../../templates/charts/', import.meta.url);
const require = createRequire(import.meta.url);

/** The ids of the shipped charts. */
export const CHARTS = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

export const chartText = (id: string): string => readFileSync(new URL(`${id}.yaml`, folder), 'utf8');

/** A chart as `load` and `validate` hand it on; `file` is `templates/charts/<id>.yaml`. */
export function chartOf(id: string, text: string): ChartSpec {
  const { placed } = readYaml(`templates/charts/${id}.yaml`, text);
  return { id, placed: placed as ChartSpec['placed'] };
}

export const FONTS: readonly FontFile[] = [
  { weight: 400, name: '400Regular' },
  { weight: 600, name: '600SemiBold' },
].map(({ weight, name }) => ({
  family: 'Brief Sans',
  weight,
  bytes: readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`)),
}));

/** The light values of the design, as templates/styles/tokens.css writes them. */
export const TOKENS = `:root {
  --ink: #14191f; --ink2: #46515b; --accent: #00566a; --contrast: #b4521e; --contrast2: #f6e4d9;
  --dark: #56626d; --bar: #89959f; --rule: #b4bdc5; --grid: #dde3e7; --paper: #ffffff; --tint: #f2f5f6;
}`;

const TERMS: Record<string, Text> = {
  crude_oil: { vi: 'dầu thô', en: 'crude oil' },
  textiles_garments: { vi: 'hàng dệt, may', en: 'textiles and garments' },
  footwear: { vi: 'giày, dép các loại', en: 'footwear' },
  seafood: { vi: 'hàng thủy sản', en: 'fishery products' },
  wood_products: { vi: 'gỗ và sản phẩm gỗ', en: 'wood and wood products' },
  electronics_computers: { vi: 'hàng điện tử, máy tính', en: 'electronics and computers' },
  rice: { vi: 'gạo', en: 'rice' },
  rubber: { vi: 'cao su', en: 'rubber' },
  coffee: { vi: 'cà phê', en: 'coffee' },
  united_states: { vi: 'Hoa Kỳ', en: 'United States' },
  japan: { vi: 'Nhật Bản', en: 'Japan' },
  china: { vi: 'Trung Quốc', en: 'China' },
  australia: { vi: 'Ô-xtrây-li-a', en: 'Australia' },
  singapore: { vi: 'Xin-ga-po', en: 'Singapore' },
};

const POINTS = [
  'scale',
  'growth',
  'openness',
  'sectors',
  'products',
  'price_volume',
  'markets',
  'imports',
  'balance',
  'plan',
];

/** Content with the charts given, and points so that all of them are drawn. */
export function contentWith(
  charts: readonly ChartSpec[],
  change: Partial<Content> = {},
  points: readonly string[] = POINTS,
): Content {
  const place = { file: 'data/editions/2005.yaml', line: 1, column: 1 };
  const locales = new Map(['vi', 'en'].map((lang) => [lang, localeOf(rawLocale(lang))]));
  return {
    edition: { points: points.map((id) => ({ id, place })) },
    terms: new Map(Object.entries(TERMS)),
    facts: new Map<string, FactSpec>(),
    charts: new Map(charts.map((each) => [each.id, each])),
    locales,
    styles: new Map([['tokens.css', { file: 'templates/styles/tokens.css', text: TOKENS }]]),
    ...change,
  } as unknown as Content;
}

export const DOCUMENTS: readonly { name: string; languages: Languages }[] = [
  { name: 'vi-en', languages: ['vi', 'en'] },
  { name: 'vi', languages: ['vi'] },
  { name: 'en', languages: ['en'] },
];
