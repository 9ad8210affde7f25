import { expect, it } from 'vitest';
import { checkForeignSentences } from '../../src/audit/foreign-sentences.ts';
import { textRuns } from '../../src/audit/text-blocks.ts';
import type { Block, Sections } from '../../src/model/document.ts';

const block = { id: 'growth-p1', place: { file: 'templates/points/growth.hbs', line: 9, column: 1 } } as Block;
const sections = { blocks: new Map([[block.id, block]]) } as unknown as Sections;

/** What is said of one paragraph. */
const told = (lang: string, text: string) =>
  checkForeignSentences(textRuns(`<body><p id="growth-p1-${lang}" lang="${lang}">${text}</p></body>`), sections).map(
    ({ code, file, line }) => [code, file, line],
  );
const FOUND = [['text-in-other-language', 'templates/points/growth.hbs', 9]];

it('finds a sentence of the other language', () => {
  expect(told('vi', 'Exports of the country rose in that year, more than ever before.')).toEqual(FOUND);
  expect(told('en', 'Kim ngạch xuất khẩu của cả nước đã đạt kỷ lục trong năm đó.')).toEqual(FOUND);
});

it('finds it around numbers', () => {
  expect(told('en', 'Xuất khẩu <data data-fact="total">32,4 tỷ</data> của năm, là mức đã đạt.')).toEqual(FOUND);
});

it('leaves names, titles and technical text alone', () => {
  expect(told('vi', 'GDP, WDI, WITS, Standard International Trade Classification')).toEqual([]);
  expect(told('vi', 'Ministry of Planning and Investment')).toEqual([]);
  expect(told('vi', 'Theo The State of the World and of the Economy, that is this.')).toEqual([]);
  expect(told('vi', '<code>&lt;script&gt;alert(document.location)&lt;/script&gt;</code>')).toEqual([]);
  expect(told('en', 'The article appeared in Nhân Dân and speaks of đồng.')).toEqual([]);
});

it('leaves alone what is declared to be foreign, and languages that it has no words of', () => {
  expect(told('vi', '<span lang="en">This is the motto of the house.</span>')).toEqual([]);
  expect(told('fr', 'This is the motto of the house.')).toEqual([]);
});
