/** What the readers of answers share: reading JSON, periods and marks. An answer that cannot be understood is a reason in words. */
import type { Period, Status } from '../model/series.ts';

/** Why an answer cannot be used, in words that follow “the answer cannot be used:”. Thrown by the readers, caught by `refresh`. */
export class Unusable extends Error {}

/** The object or list of a JSON text. @throws Unusable where it is none */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const start = text.trim().slice(0, 60).replace(/\s+/g, ' ');
    throw new Unusable(start === '' ? 'it is empty' : `it is no JSON, it begins with “${start}”`);
  }
}

export type Fields = Readonly<Record<string, unknown>>;
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined;

const FORMS: readonly (readonly [RegExp, (parts: RegExpExecArray) => Period])[] = [
  [/^(\d{4})(?:-A1)?$/, ([, year]) => year ?? ''],
  [/^(\d{4})-?Q([1-4])$/, ([, year, quarter]) => `${year}-Q${quarter}`],
  [/^(\d{4})-?M?(0[1-9]|1[0-2])$/, ([, year, month]) => `${year}-${month}`],
];

/** A period as the World Bank (`2025`, `2025Q1`, `2025M03`) and SDMX (`2025-Q1`, `2025-03`) write it. @throws Unusable */
export function periodOf(text: string | undefined): Period {
  for (const [form, period] of FORMS) {
    const parts = form.exec(text ?? '');
    if (parts) return period(parts);
  }
  throw new Unusable(`“${text ?? ''}” is no year, quarter or month`);
}

const MARKS: Readonly<Record<string, Status>> = { E: 'e', F: 'e', I: 'e', P: 'p', R: 'r', B: 'b' };

/** SDMX code list CL_OBS_STATUS, as far as the brief has marks: E estimated, F forecast and I imputed are estimates; A is normal. */
export const statusOf = (code: string | undefined): Status | undefined => MARKS[code ?? ''];

/** True where SDMX says that there is no figure: M missing, L missing but collected, O missing. */
export const isMissing = (code: string | undefined): boolean => code === 'M' || code === 'L' || code === 'O';

const NUMBER = /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/;

/** The text of a number. @throws Unusable */
export function numberOf(value: unknown, period: Period): string {
  const text = textOf(value) ?? '';
  if (!NUMBER.test(text)) throw new Unusable(`“${text.slice(0, 40)}” in ${period} is no number`);
  return text;
}
