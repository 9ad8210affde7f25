/** The covering letter: printed where an edition asks for it, in the form of Decree 30/2020/NĐ-CP, its numbers proven. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/verify/read-pdf.ts';
import { openPress, type Press } from './printed-edition.ts';

const EDITION = 'data/editions/2005.yaml';
const LETTER = `letter:
  place: {vi: Hà Nội, en: Ha Noi}
  symbol: EB
  to:
    - {vi: Các cơ quan thống kê, en: Statistical offices}
`;

describe('the covering letter of 2005', () => {
  let press: Press;
  beforeAll(async () => {
    press = await openPress();
  });
  afterAll(() => press.close());
  const draftWith = (letter: string) =>
    press.draft('2005', new Map([[EDITION, `${press.files.get(EDITION) ?? ''}\n${letter}`]]));

  it('is not there where the edition does not ask for it', async () => {
    const made = await press.draft('2005');
    expect(made.printed.map(({ name }) => name)).not.toContain('letter');
  });

  it('says what the decree wants in its order, on one page, and nothing is wrong with it', async () => {
    const made = await draftWith(LETTER);
    const { problems, bytes } = await press.proof(made, 'letter');
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const text = await readPdf(bytes ?? new Uint8Array());
    if (typeof text === 'string') throw new Error(text);
    const said = text.blocks.map((block) => block.text.replace(/\s+/g, ' ').trim()).join('\n');
    const places = [
      ...[
        'DỰ ÁN EXPORT BRIEF',
        'Số:',
        '/EB',
        'V/v',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
      ],
      ...['Hà Nội, ngày', 'Kính gửi:', 'Các cơ quan thống kê', '32,4 tỷ USD', 'Nơi nhận:', 'Lưu: VT.'],
    ].map((words) => said.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect([text.pages.length, text.lang]).toEqual([1, 'vi']);
  });

  it('bears number, position and name where they are given, those of the office in capitals', async () => {
    const made = await draftWith(`${LETTER}  number: "07"\n  position: {vi: Chủ nhiệm, en: Head}\n  name: X. Y.\n`);
    const html = made.printed.find(({ name }) => name === 'letter')?.html ?? '';
    for (const words of ['07', 'CHỦ NHIỆM', 'X. Y.']) expect(html).toContain(words);
    expect(html).not.toContain('class="dots"');
  });
});
