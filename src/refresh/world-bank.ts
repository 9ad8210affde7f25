/**
 * The World Bank's API, version 2: pages of JSON, each a list of what the page is and its rows.
 * Source: World Bank, Indicator API Queries, https://datahelpdesk.worldbank.org/knowledgebase/articles/898599
 */
import type { Answer, FetchSpec, Figure, Origin } from '../model/refresh.ts';
import { fieldsOf, jsonOf, listIn, numberOf, periodOf, statusOf, textOf, Unusable } from './read.ts';

/** So many rows a page: all years of one economy are one page, a panel is a few. */
const PER_PAGE = 5000;
/** No answer has more pages; a publisher that promises more is wrong. */
const PAGES = 200;

export const worldBankUrl = (origin: Origin, spec: FetchSpec, page: number): string =>
  `${origin.url}/country/${encodeURIComponent(spec.economy ?? 'all')}/indicator/${encodeURIComponent(spec.code)}` +
  `?format=json&per_page=${PER_PAGE}&page=${page}`;

interface Page {
  readonly pages: number;
  readonly total: number;
  readonly updated: string | undefined;
  readonly figures: readonly Figure[];
}

/** One page. Errors come with status 200, as `[{ message: [{ key, value }] }]`. @throws Unusable */
export function readWorldBankPage(text: string, spec: FetchSpec, panel: boolean): Page {
  const answer = jsonOf(text);
  const head = fieldsOf(listIn(answer)[0]);
  const told = listIn(head.message).map((each) => textOf(fieldsOf(each).value) ?? textOf(fieldsOf(each).key) ?? '');
  if (told.length > 0) throw new Unusable(`the publisher says “${told.join('; ')}”`);
  const pages = Number(head.pages);
  const total = Number(head.total);
  if (!Number.isInteger(pages) || !Number.isInteger(total))
    throw new Unusable('it does not say how many pages there are');
  if (pages > PAGES) throw new Unusable(`it promises ${pages} pages`);
  const figures = listIn(listIn(answer)[1]).flatMap((each): Figure[] => {
    const row = fieldsOf(each);
    const code = textOf(fieldsOf(row.indicator).id);
    if (code !== undefined && code !== spec.code) throw new Unusable(`it holds ${code} instead of ${spec.code}`);
    if (row.value === null || row.value === undefined) return [];
    const period = periodOf(textOf(row.date));
    const economy = textOf(row.countryiso3code);
    if (panel && economy === undefined) return [];
    return [
      {
        item: panel ? economy : undefined,
        period,
        text: numberOf(row.value, period),
        status: statusOf(textOf(row.obs_status)),
      },
    ];
  });
  return { pages, total, updated: textOf(head.lastupdated), figures };
}

/**
 * All pages of an answer.
 * @param get the text at an address
 * @throws Unusable where a page cannot be read, or the pages are not of one release
 */
export async function readWorldBank(
  origin: Origin,
  spec: FetchSpec,
  panel: boolean,
  get: (url: string) => Promise<string>,
): Promise<Answer> {
  const first = readWorldBankPage(await get(worldBankUrl(origin, spec, 1)), spec, panel);
  const figures = [...first.figures];
  for (let number = 2; number <= first.pages; number++) {
    const page = readWorldBankPage(await get(worldBankUrl(origin, spec, number)), spec, panel);
    if (page.updated !== first.updated || page.total !== first.total || page.pages !== first.pages)
      throw new Unusable(`page ${number} is of another release than page 1`);
    figures.push(...page.figures);
  }
  return { released: first.updated, figures };
}
