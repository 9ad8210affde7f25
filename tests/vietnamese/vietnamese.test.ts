import { describe, expect, it } from 'vitest';
import { ADVICE, EXPECTED, MESSAGES, NOT_ALLOWED, TEMPLATE_MISTAKES, YAML_MISTAKES } from '../../src/messages.ts';
import { type Problem, problem } from '../../src/problem.ts';
import { uiLanguage } from '../../src/ui.ts';
import { PARTS } from '../../src/vietnamese/parts-of-sentences.ts';
import { inVietnamese, SENTENCES } from '../../src/vietnamese/vietnamese.ts';
import { problemText } from '../../src/world/report.ts';

const CODES = Object.keys(MESSAGES) as Problem['code'][];
const english = (code: Problem['code']): { message: string; hint?: string } => MESSAGES[code];
const gaps = (text = ''): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

describe('messages in Vietnamese', () => {
  it('are there for every code, with a hint where English has one', () => {
    expect(CODES.filter((code) => !SENTENCES[code])).toEqual([]);
    const hints = CODES.filter((code) => (english(code).hint === undefined) !== (SENTENCES[code]?.[1] === undefined));
    expect(hints).toEqual([]);
  });

  it('have the same gaps as in English', () => {
    for (const code of CODES) {
      const [message, hint] = SENTENCES[code] ?? [];
      expect([code, gaps(message)]).toEqual([code, gaps(english(code).message)]);
      expect([code, gaps(hint)]).toEqual([code, gaps(english(code).hint)]);
    }
  });

  it('are composed text with house spelling', () => {
    for (const text of [...Object.values(SENTENCES).flat(), ...Object.values(PARTS)]) {
      expect(text).toBe(text?.normalize('NFC'));
      expect(text).not.toMatch(/\btỉ\b/);
    }
  });

  it('keep what stood in the gaps, in its place', () => {
    for (const code of CODES) {
      const names = [...new Set([...gaps(english(code).message), ...gaps(english(code).hint)])];
      const args = Object.fromEntries(names.map((name) => [name, `⟨${name}⟩`]));
      const said = inVietnamese(problem(code, undefined, args));
      const [message = '', hint] = SENTENCES[code] ?? [];
      const filled = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
      expect(said.message).toBe(filled(message));
      expect(said.hint).toBe(hint === undefined ? undefined : filled(hint));
    }
  });

  it('translate the advice and the expectations within them', () => {
    const place = { file: 'data/x.yaml', line: 3, column: 5 };
    const wrong = problem('shape-wrong-value', place, {
      expected: EXPECTED.number.expected,
      found: '“12,5”',
      advice: ADVICE.number_notation.replace('{guess}', '12.5'),
    });
    expect(inVietnamese(wrong)).toEqual({
      ...wrong,
      message: 'Cần một số, nhưng lại thấy “12,5”.',
      hint: 'Viết 12.5: dấu chấm trước phần thập phân, không ngăn hàng nghìn.',
    });
  });

  it('say every piece of advice and every common mistake of the lists', () => {
    const lists = [
      ...Object.values(ADVICE),
      ...Object.values(EXPECTED).flatMap(({ expected, advice }) => [expected, advice]),
      ...Object.values(NOT_ALLOWED).flatMap(({ what, advice }) => [what, advice]),
      ...[...Object.values(YAML_MISTAKES), ...Object.values(TEMPLATE_MISTAKES)].flatMap((one) => [
        one.reason,
        one.advice,
      ]),
    ];
    const bare = lists.filter((text) => text !== undefined && !/^\{\w+\}$/.test(text) && PARTS[text] === undefined);
    expect(bare).toEqual([]);
  });

  it('leave a sentence as it is that is not of its pattern: that of an older version', () => {
    const old: Problem = { code: 'bug', severity: 'error', message: 'Something else.' };
    expect(inVietnamese(old)).toEqual(old);
  });

  it('come with Vietnamese words for the severity and the count', () => {
    const plain = (text: unknown) => String(text);
    const paint = { red: plain, yellow: plain, cyan: plain, dim: plain, bold: plain, green: plain };
    const text = problemText([inVietnamese(problem('bug', undefined, { reason: 'x' }))], paint, 'vi');
    expect(text).toBe('lỗi: Lỗi trong Export Brief: x. [bug]\n    Xin báo lại cùng dữ liệu này.\n\n1 lỗi\n');
  });
});

describe('the language of the tool', () => {
  it.each([
    [{ BRIEF_UI: 'vi', LANG: 'en_GB.UTF-8' }, 'vi'],
    [{ BRIEF_UI: 'en', LANG: 'vi_VN.UTF-8' }, 'en'],
    [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
    [{ LC_ALL: 'C', LANG: 'vi_VN' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'vi', LANG: 'fr_FR' }, 'vi'],
    [{ LANG: 'vie_fake' }, 'en'],
    [{}, 'en'],
  ] as const)('with %j is %s', (env, language) => {
    expect(uiLanguage(env)).toBe(language);
  });
});
