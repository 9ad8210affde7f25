import { describe, expect, it } from 'vitest';
import { legacyEncoding } from '../../src/load/legacy-encoding.ts';
import { brief, loadOne } from './read.ts';

describe('texts of YAML files', () => {
  it.each([
    ['decomposed letters', 'a: "Vie\u0302\u0323t Nam"\n', 'text-not-nfc', 7],
    ['decomposed letters in a key', 'Vie\u0302t: 1\n', 'text-not-nfc', 3],
    ['decomposed letters written as escapes', 'a: "Vie\\u0302t"\n', 'text-not-nfc', 7],
    ['a replacement character', 'a: b\ufffdc\n', 'text-lost-character', 5],
    ['half of a pair', 'a: "\\ud800x"\n', 'text-lost-character', 4],
    ['a private character', 'a: x\ue000\n', 'text-lost-character', 5],
    ['a bidirectional control', 'a: x\u202ey\n', 'text-invisible-character', 5],
    ['a zero-width space', 'a: x\u200by\n', 'text-invisible-character', 5],
    ['a soft hyphen', 'a: ngành\u00ad\n', 'text-invisible-character', 9],
    ['a null character', 'a: x\u0000y\n', 'text-invisible-character', 5],
    ['a byte order mark inside', 'a: x\ufeff\n', 'text-invisible-character', 5],
  ])('are refused with %s', (_, text, code, column) => {
    expect(brief(loadOne(text).problems)).toEqual([[code, 1, column]]);
  });

  it('show what the composed text would be', () => {
    expect(loadOne('a: Vie\u0302\u0323t Nam\n').problems[0]?.hint).toContain('Việt Nam');
  });

  it.each(['Việt Nam', 'ĐẠI HỌC', '32,4 tỷ\u00a0USD', '5\u202f%', '−3,5', 'Ế Ẵ ỗ', 'Côte d’Ivoire', '数字', 'x³'])(
    'may be %s',
    (text) => {
      expect(loadOne(`a: "${text}"\n`).problems).toEqual([]);
    },
  );

  it('are looked at in comments no more than anything that is not printed', () => {
    expect(loadOne('# Vie\u0302t\na: 1\n').problems).toEqual([]);
  });

  it('are looked at once, however many aliases repeat them', () => {
    expect(loadOne('a: &x Vie\u0302t\nb: *x\nc: *x\n').problems).toHaveLength(1);
  });
});

describe('encodings from before Unicode', () => {
  it.each([
    ['TCVN3', 'kim ng¹ch xuÊt khÈu hµng hãa', 'kim ngạch xuất khẩu hàng hóa'],
    ['TCVN3', 'ViÖt Nam', 'Việt Nam'],
    ['TCVN3', 'n¨m', 'năm'],
    ['TCVN3', '®ång', 'đồng'],
    ['VNI', 'kim ngaïch xuaát khaåu haøng hoùa', 'kim ngạch xuất khẩu hàng hóa'],
    ['VNI', 'Vieät Nam', 'Việt Nam'],
    ['VNI', 'ñöôïc', 'được'],
    ['UTF-8 read as Windows-1252', 'xuáº¥t kháº©u', 'xuất khẩu'],
    ['UTF-8 read as Windows-1252', 'Ä‘á»“ng', 'đồng'],
  ])('%s is recognised: %s', (encoding, text, guess) => {
    expect(legacyEncoding(text)).toEqual({ encoding, guess });
  });

  it('is a warning with the probable text', () => {
    const { problems } = loadOne('a: 1\nb: xuÊt khÈu\n');
    expect(problems).toMatchObject([{ code: 'text-legacy-encoding', severity: 'warning', line: 2, column: 4 }]);
    expect(problems[0]?.hint).toContain('xuất khẩu');
  });

  it.each([
    'Hoà, hoá, hoạ, quý, quà, giá, thuỷ',
    'Xuất khẩu sang châu Âu, kể cả dầu thô',
    'España, señor, São Tomé, Curaçao, Bogotá',
    'Côte d’Ivoire, naïve, où, coöperatie, Réunion',
    'pimeä, Åland, Türkiye, København',
    '«chữ» 50% ± 2 µm, 3½, ©, Vega®',
  ])('is not suspected in %s', (text) => {
    expect(legacyEncoding(text)).toBeUndefined();
  });
});
