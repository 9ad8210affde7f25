/** In which language the tool speaks to whoever runs it, and the few words of a report that are no problems. */
import type { Severity } from './problem.ts';

export type Ui = 'en' | 'vi';

/**
 * BRIEF_UI says it; without it the locale of the system does, by the variables in the order of POSIX.
 * @returns English for every language that the tool does not speak
 */
export function uiLanguage(env: Readonly<Record<string, string | undefined>>): Ui {
  const wish = [env.BRIEF_UI, env.LC_ALL, env.LC_MESSAGES, env.LANG].find((each) => each !== undefined && each !== '');
  return /^vi([_.@-]|$)/i.test(wish ?? '') ? 'vi' : 'en';
}

interface Words {
  /** The severity before a message. */
  readonly severity: Readonly<Record<Severity, string>>;
  /** `2 errors`. */
  count(number: number, severity: Severity): string;
  readonly total: string;
  readonly noError: string;
  readonly unchanged: string;
  readonly nothingWritten: string;
  pages(count: number): string;
  others(count: number): string;
}

export const UI: Readonly<Record<Ui, Words>> = {
  en: {
    severity: { error: 'error', warning: 'warning', note: 'note' },
    count: (number, severity) => `${number} ${severity}${number === 1 ? '' : 's'}`,
    total: 'total',
    noError: 'no error found',
    unchanged: 'unchanged since the last build',
    nothingWritten: 'nothing written',
    pages: (count) => `${count} pages`,
    others: (count) => `and ${count} more: charts, facts.json, inputs.json, manifest.json`,
  },
  vi: {
    severity: { error: 'lỗi', warning: 'cảnh báo', note: 'lưu ý' },
    count: (number, severity) => `${number} ${UI.vi.severity[severity]}`,
    total: 'tổng',
    noError: 'không thấy lỗi',
    unchanged: 'không đổi từ lần dựng trước',
    nothingWritten: 'không ghi gì',
    pages: (count) => `${count} trang`,
    others: (count) => `và ${count} tệp nữa: biểu đồ, facts.json, inputs.json, manifest.json`,
  },
};
