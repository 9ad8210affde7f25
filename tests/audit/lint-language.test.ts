import { describe, expect, it } from 'vitest';
import { lintLanguage } from '../../src/audit/lint-language.ts';
import { textRuns } from '../../src/audit/text-blocks.ts';
import type { Block, Sections } from '../../src/model/document.ts';

const place = { file: 'templates/points/growth.hbs', line: 9, column: 1 };
const block: Block = {
  id: 'growth-p1',
  kind: 'pair',
  tag: 'p',
  className: 'paragraph',
  text: { vi: '', en: '' },
  target: undefined,
  attributes: {},
  section: 'growth',
  place,
};
const sections = { blocks: new Map([[block.id, block]]) } as unknown as Sections;

/** What is said of one paragraph; `[32,4 tỷ USD]` stands for a fact printed so. */
const told = (lang: string, text: string) => {
  const said = text.replace(/\[([^\]]+)\]/g, '<data data-fact="exports">$1</data>');
  const runs = textRuns(`<body><p id="growth-p1-${lang}" lang="${lang}">${said}</p></body>`);
  return lintLanguage(runs, sections).map(({ code, line }) => [code, line]);
};
const FOUND = [['language-lint', 9]];

describe('a unit typed behind a number that has one', () => {
  it('is found in both languages', () => {
    expect(told('vi', 'Xuất khẩu đạt [32,4\u00a0tỷ\u00a0USD] triệu USD.')).toEqual(FOUND);
    expect(told('vi', 'Xuất khẩu tăng [22,5%]%.')).toEqual(FOUND);
    expect(told('en', 'Exports came to [US$32.4\u00a0billion] million.')).toEqual(FOUND);
    expect(told('en', 'Exports rose [22.5%] per cent.')).toEqual(FOUND);
  });

  it('is none where the number has no unit, or the word is another', () => {
    expect(told('vi', 'Có [194] nền kinh tế, gấp [2,2\u00a0lần] năm trước.')).toEqual([]);
    expect(told('vi', 'Vượt [30\u00a0tỷ\u00a0USD] lần đầu tiên.')).toEqual([]);
    expect(told('en', 'There are [194] economies; [17.5%] growth, [2.2] timeslots.')).toEqual([]);
    expect(told('en', 'It signed [22\u00a0contracts] million-dollar each.')).toEqual([]);
  });
});
