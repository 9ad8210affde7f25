/** The shipped charts, drawn as a build draws them: every document, the phone, and the windows of three editions. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { chart } from '../../src/chart/chart.ts';
import type { FactSpec } from '../../src/model/content.ts';
import type { Drawing, Drawings } from '../../src/model/document.ts';
import { foldSpaces } from '../../src/model/spacing.ts';
import type { Problem } from '../../src/problem.ts';
import { fakeLedger, windowTo } from './fake-ledger.ts';
import { CHARTS, chartOf, chartText, contentWith, DOCUMENTS, FONTS } from './fixtures.ts';

/** Facts that an edition may lack; declared, as data/facts declares them. */
const declared = new Map(
  [
    'exports_to_gdp_current',
    'foreign_invested_share',
    'exports_yearly',
    'plan_path',
    'volume_change',
    'price_change',
  ].map((name) => [name, {} as FactSpec]),
);

const draw = (end: number, charts: readonly string[], narrow: boolean) => {
  const content = contentWith(
    charts.map((id) => chartOf(id, chartText(id))),
    { facts: declared },
  );
  return chart(content, fakeLedger(windowTo(end)), { documents: DOCUMENTS, narrow }, FONTS);
};

describe('the charts of the 2005 edition', () => {
  let drawings: Drawings;
  let problems: Problem[];
  beforeAll(async () => {
    ({ drawings, problems } = await draw(2005, CHARTS, true));
  }, 60_000);

  it('are drawn without a problem: no label outside its frame or upon another, no empty mark, no number without a fact', () => {
    expect(problems).toEqual([]);
  });

  test.each(CHARTS)('%s is there for the pair, for each language, and for the phone in each language', (id) => {
    const made = drawings.all
      .filter((each) => each.chart === id)
      .map(({ document, narrow }) => `${document} ${narrow}`);
    expect(made).toEqual(['vi-en false', 'vi false', 'en false', 'vi true', 'en true']);
    expect(drawings.get(id, 'en', true)?.narrow).toBe(true);
    expect(drawings.get(id, 'vi')?.document).toBe('vi');
  });

  it('are images with a text alternative in each language of their document, and print hexadecimal colours', () => {
    for (const { svg, alternative, document } of drawings.all) {
      expect(Object.keys(alternative)).toEqual(document.split('-'));
      for (const text of Object.values(alternative)) expect(svg).toContain(text.replaceAll('&', '&amp;'));
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" id="chart-[\w-]+" role="img" aria-label="/);
      expect(svg).not.toMatch(/var\(|NaN|Infinity|undefined|aria-roledescription|<image|<a /);
    }
  });

  it('have ids that no other drawing has', () => {
    const ids = drawings.all.flatMap(({ svg }) => [...svg.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('know every fact that their labels print, in the notation of the first language', () => {
    const uses = (id: string, document: string) =>
      drawings.get(id, document)?.uses.map(({ fact, text, lang }) => `${fact} ${foldSpaces(text)} ${lang}`);
    expect(uses('scale', 'vi-en')).toEqual([
      'exports_history.1986 0,8 vi',
      'exports_history.1992 2,6 vi',
      'exports_history.1996 7,3 vi',
      'exports_history.2000 14,5 vi',
      'exports_history.2005 32,4 vi',
    ]);
    expect(uses('price_volume', 'en')).toContain('price_change.2001 −6.8 en');
    expect(uses('products', 'vi-en')).toEqual(
      expect.arrayContaining(['product_crude_oil 7.369 vi', 'one_billion US$1 billion en']),
    );
    expect(uses('spark_exports', 'vi')).toEqual([]);
  });

  it('declare the round numbers of their axes', () => {
    expect(drawings.get('scale', 'vi')?.axisLabels).toEqual(['0', '10', '20', '30']);
    expect(drawings.get('products', 'vi')?.axisLabels).toEqual([]);
  });

  it('tell first, highest, lowest and last in words, each series by its name', () => {
    const told = drawings.get('balance_trade', 'vi-en')?.alternative ?? {};
    expect(Object.fromEntries(Object.entries(told).map(([lang, text]) => [lang, foldSpaces(text)]))).toEqual({
      vi: 'Biểu đồ đường. Xuất khẩu và nhập khẩu hàng hóa. Xuất khẩu: 2000: 14,5 tỷ USD (thấp nhất); 2005: 32,4 tỷ USD (cao nhất). Nhập khẩu: 2000: 15,6 tỷ USD (thấp nhất); 2005: 36,8 tỷ USD (cao nhất).',
      en: 'Line chart. Goods exports and imports. Exports: 2000: US$14.5 billion (lowest); 2005: US$32.4 billion (highest). Imports: 2000: US$15.6 billion (lowest); 2005: US$36.8 billion (highest).',
    });
  });

  it('hand on the facts of the table behind them with the term or phrase of each series', () => {
    const table = drawings.get('sectors', 'vi')?.table ?? [];
    expect(table).toHaveLength(12);
    expect(table[0]).toEqual({ series: 'chart.sectors.foreign', fact: 'foreign_invested_value.2000' });
    expect(drawings.get('products', 'vi')?.table[0]).toEqual({ series: 'crude_oil', fact: 'product_crude_oil' });
  });

  it('stand on the columns of the page', () => {
    const widths = (narrow: boolean) =>
      new Set(drawings.all.filter((each) => each.narrow === narrow).map(({ width }: Drawing) => width));
    expect(widths(false)).toEqual(new Set([657, 484, 136]));
    expect(widths(true)).toEqual(new Set([358, 136]));
  });
});

describe('the same charts in other windows', () => {
  it('are drawn for 2002–2006 without a problem', async () => {
    const { drawings, problems } = await draw(2006, CHARTS, false);
    expect(problems).toEqual([]);
    const { uses, alternative } = drawings.get('scale', 'en')!;
    expect(uses.map(({ fact }) => fact)).toEqual(
      [1986, 1993, 1998, 2001, 2006].map((year) => `exports_history.${year}`),
    );
    expect(foldSpaces(alternative.en ?? '')).toContain('2006: US$39.8 billion (highest)');
  }, 60_000);

  it('are drawn for 2021–2025, where exports fell once and the balance is a surplus', async () => {
    const { drawings, problems } = await draw(
      2025,
      ['scale', 'growth', 'balance_trade', 'balance_gap', 'spark_exports', 'spark_deficit'],
      false,
    );
    expect(problems).toEqual([]);
    expect(drawings.get('growth', 'en')?.uses.map(({ text }) => text)).toContain('−4.7');
    const balance = drawings.get('balance_gap', 'en')?.uses.map(({ text }) => text);
    expect(balance).toContain('19.2');
    expect(balance?.filter((text) => text.startsWith('−'))).toEqual([]);
  }, 60_000);
});
