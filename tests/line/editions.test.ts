/** The three shipped editions, from the same templates: their key figures as printed, and sentences that follow the data. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { journal } from '../../src/journal.ts';
import type { Lang } from '../../src/model/language.ts';
import { foldSpaces } from '../../src/model/spacing.ts';
import { type Draft, draft } from '../../src/pipeline.ts';
import { readProject } from '../../src/world/files.ts';
import { readFonts } from '../../src/world/fonts.ts';
import { makeWorld, usedFonts } from '../../src/world/world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let files: ReadonlyMap<string, string>;
let fonts: Awaited<ReturnType<typeof readFonts>>;
beforeAll(async () => {
  const read = await readProject(ROOT);
  // What people accepted, and the totals that guard the figures, would stop a test that changes one.
  files = new Map([...read.files].filter(([path]) => !/^data\/(?:rules|accepted)\/|^templates\/accepted/.test(path)));
  fonts = await readFonts(usedFonts());
});

const printer = { print: () => Promise.reject(new Error('nothing is printed here')) };

/** An edition up to the audit; figures may be written otherwise before. */
async function drafted(edition: string, changes: Readonly<Record<string, readonly [string, string]>> = {}) {
  const changed = new Map(files);
  for (const [path, [old, fresh]] of Object.entries(changes)) {
    const text = changed.get(path) ?? '';
    expect(text, path).toContain(old);
    changed.set(path, text.replace(old, fresh));
  }
  const request = {
    ...{ edition, documents: [], pdf: false, html: false, finish: false, verify: false },
    ...{ strict: false, jobs: 1, inputs: '' },
  };
  const signal = new AbortController().signal;
  const world = makeWorld({ files: changed, fontFiles: fonts.files, printer, signal, env: {} });
  return draft(
    request,
    world,
    journal(() => 0),
  );
}

/** The texts of a section in a language, as one reads them, a line a block. */
function textOf({ sections }: Draft, section: string, lang: Lang): string {
  const blocks = [...sections.blocks.values()].filter((block) => block.section === section);
  return blocks.map(({ text }) => foldSpaces((text[lang] ?? '').replace(/<[^>]*>/g, '')).trim()).join('\n');
}

/** What a point is headed by in both languages. */
const headings = (made: Draft, section: string): string[] =>
  ['vi', 'en'].map((lang) => {
    const block = made.sections.blocks.get(`${section}-heading1`);
    return foldSpaces((block?.text[lang] ?? '').replace(/<[^>]*>/g, '')).trim();
  });

/** Each section with what it must print, in Vietnamese and in English. */
const FIGURES: Readonly<Record<string, readonly (readonly [section: string, vi: string, en: string])[]>> = {
  2005: [
    ['cover', 'mười kết quả', 'ten outstanding results'],
    ['cover', '32,4 tỷ USD', 'US$32.4 billion'],
    ['scale', 'đứng thứ 48 trong 196', '48th of 196'],
    ['growth', '17,5%/năm', '17.5% a year'],
    ['openness', '61,3%', '61.3%'],
    ['openness', '56,3%', '56.3%'],
    ['sectors', 'từ năm 2003', 'in 2003'],
    ['sectors', '57,2%', '57.2%'],
    ['products', 'Bảy mặt hàng', 'Seven products'],
    ['markets', '7,1% lên 18,3%', '7.1% to 18.3%'],
    ['imports', '18,6%/năm', '18.6% a year'],
    ['balance', '4,3 tỷ USD', 'US$4.3 billion'],
    ['balance', '47 triệu USD', 'US$47 million'],
    ['plan', '16%/năm', '16% a year'],
  ],
  2006: [
    ['cover', 'mười kết quả', 'ten outstanding results'],
    ['cover', '39,8 tỷ USD', 'US$39.8 billion'],
    ['cover', '57,8%', '57.8%'],
    ['scale', 'cả năm 1993', 'the whole of 1993'],
    ['scale', '478–485 USD/người', 'US$478–485 a head'],
    ['scale', 'đứng thứ 48 trong 198', '48th of 198'],
    ['scale', '39,6 tỷ USD', 'US$39.6 billion'],
    ['growth', '21,5%/năm', '21.5% a year'],
    ['growth', '14,4%/năm', '14.4% a year'],
    ['openness', '65,4%', '65.4%'],
    ['openness', '60,0%', '60.0%'],
    ['openness', '24,7%', '24.7%'],
    ['sectors', 'chiếm 57,8%; khu vực trong nước tăng 21,0%', 'held 57.8%; domestic exports rose 21.0%'],
    ['sectors', '15,3%/năm', '15.3% a year'],
    ['products', 'Chín mặt hàng', 'Nine products'],
    ['products', '22,6%', '22.6%'],
    ['price_volume', 'lượng tăng 14,2%, giá tăng 7,4%', 'volume was up 14.2% and prices up 7.4%'],
    ['markets', '19,7%', '19.7%'],
    ['markets', 'Trung Quốc giảm 0,1%', 'China were down 0.1%'],
    ['imports', '44,9 tỷ USD', 'US$44.9 billion'],
    [
      'balance',
      'tăng trở lại, lên 5,1 tỷ USD, bằng 12,7% xuất khẩu',
      'widened again to US$5.1 billion, 12.7% of exports',
    ],
    ['balance', 'xuất siêu 6,4 tỷ USD [e]', 'a surplus of US$6.4 billion [e]'],
    ['plan', '37,4 tỷ USD', 'US$37.4 billion'],
    ['plan', '38,1 tỷ USD', 'US$38.1 billion'],
    ['plan', '6,4%', '6.4%'],
  ],
  2025: [
    ['cover', 'chín kết quả', 'nine outstanding results'],
    ['cover', '473 tỷ USD', 'US$473 billion'],
    ['scale', '472,9 tỷ USD', 'US$472.9 billion'],
    ['scale', 'cả năm 2005', 'the whole of 2005'],
    ['scale', 'hơn cả năm 2012', 'more than 2012'],
    ['scale', '4.655 USD/người', 'US$4,655 a head'],
    ['scale', 'đứng thứ 17 trong 204', '17th of 204'],
    ['scale', '1,79%', '1.79%'],
    ['growth', 'bình quân 10,8%/năm, dù năm 2023 giảm 4,7%', 'although they fell 4.7% in 2023'],
    ['growth', '8,3%/năm', '8.3% a year'],
    ['openness', '91,9% [e] GDP, đứng thứ 2 trong ASEAN', '91.9% [e] of GDP, 2nd in ASEAN'],
    ['sectors', 'chiếm 77,3%; khu vực trong nước giảm 6,1%', 'held 77.3%; domestic exports fell 6.1%'],
    ['products', '88,7%', '88.7%'],
    ['markets', '27,4% lên 32,2%', '27.4% to 32.2%'],
    ['imports', '11,6%/năm', '11.6% a year'],
    ['imports', '93,6%', '93.6%'],
    [
      'balance',
      'Xuất siêu năm thứ mười liên tiếp, thu hẹp còn 19,2 tỷ USD',
      'The tenth surplus in a row, narrowing to US$19.2 billion',
    ],
    ['balance', 'xuất siêu là 20,0 tỷ USD', 'the surplus was US$20.0 billion'],
    ['balance', '49,5 tỷ USD', 'US$49.5 billion'],
    ['balance', '29,4 tỷ USD', 'US$29.4 billion'],
    ['balance', 'quý I/2026 nhập siêu 3,6 tỷ USD', 'a deficit of US$3.6 billion'],
    ['plan', '8–9%/năm', '8–9% a year'],
  ],
};

describe.each(Object.keys(FIGURES))('the %s edition', (edition) => {
  let made: Draft;
  beforeAll(async () => {
    const { draft: done, problems } = await drafted(edition);
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    if (done) made = done;
  }, 60_000);

  it.each(FIGURES[edition] ?? [])('prints in “%s”: %s · %s', (section, vi, en) => {
    expect(textOf(made, section, 'vi')).toContain(vi);
    expect(textOf(made, section, 'en')).toContain(en);
  });

  it('shows claims where there is an article, what changed where it follows an edition, and no year of another by accident', () => {
    const { previous, claims } = made.content.edition;
    expect(claims.length > 0).toBe(edition === '2005');
    expect(made.sections.html.includes('id="point-claims"')).toBe(edition === '2005');
    expect(textOf(made, 'scale', 'en').includes('What changed since the last edition')).toBe(previous !== undefined);
  });
});

describe('the same sentences on other figures', () => {
  const EXPORTS = 'data/series/exports_wdi.yaml';

  it('a fall that did not happen is not told, in either language', async () => {
    // 2022 lower than it was, so that 2023 brought a rise.
    const { draft: made } = await drafted('2025', {
      [EXPORTS]: ['2022: 371288', '2022: 340000'],
    });
    expect(headings(made as Draft, 'growth')).toEqual([
      'Xuất khẩu tăng bình quân 10,8%/năm, thế giới tăng 8,3%/năm',
      'Exports grew 10.8% a year on average, against 8.3% a year for the world',
    ]);
    expect(textOf(made as Draft, 'growth', 'vi')).not.toContain('giảm');
    expect(textOf(made as Draft, 'growth', 'en')).not.toMatch(/\b(?:fell|down)\b/);
  }, 60_000);

  it('a surplus that becomes a deficit is told as one, in both languages', async () => {
    const { draft: made, problems } = await drafted('2025', { [EXPORTS]: ['2025: 472929', '2025: 433929'] });
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([]);
    expect(headings(made as Draft, 'balance')).toEqual([
      'Nhập siêu tăng, lên 19,8 tỷ USD, bằng 4,6% xuất khẩu',
      'The deficit widened to US$19.8 billion, 4.6% of exports',
    ]);
  }, 60_000);

  it('a deficit that becomes a surplus is told as one, in both languages', async () => {
    const { draft: made } = await drafted('2006', {
      'data/series/exports_wits.yaml': ['2006: 39826.22', '2006: 45826.22'],
    });
    expect(headings(made as Draft, 'balance')).toEqual([
      'Xuất siêu năm thứ một liên tiếp, tăng lên 0,9 tỷ USD',
      'The first surplus in a row, up to US$0.9 billion',
    ]);
    expect(textOf(made as Draft, 'cover', 'vi')).toContain('Xuất siêu');
    expect(textOf(made as Draft, 'cover', 'en')).toContain('Trade surplus');
  }, 60_000);

  it('a sector that grew is not said to have fallen', async () => {
    const { draft: made } = await drafted('2025', {
      'data/series/growth_first_print.yaml': ['2025: -6.1', '2025: 6.1'],
    });
    expect(headings(made as Draft, 'sectors')).toEqual([
      'Khu vực có vốn đầu tư nước ngoài chiếm 77,3%; khu vực trong nước tăng 6,1% [e]',
      'The foreign-invested sector held 77.3%; domestic exports rose 6.1% [e]',
    ]);
  }, 60_000);
});
