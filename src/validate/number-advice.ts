/** Advice for a number that was written in another notation than YAML's and CSV's: `1.234,5`, `32,4`, `12 %`. */
import { ADVICE } from '../messages.ts';

/** Notations that leave no doubt about the number that was meant. */
const CLEAR: readonly [RegExp, (text: string) => string][] = [
  // 1.234,5
  [/^-?\d{1,3}(\.\d{3})+,\d+$/, (text) => text.replaceAll('.', '').replace(',', '.')],
  // 1,234.5
  [/^-?\d{1,3}(,\d{3})+\.\d+$/, (text) => text.replaceAll(',', '')],
  // 1.234.567 and 1,234,567
  [/^-?\d{1,3}(\.\d{3}){2,}$/, (text) => text.replaceAll('.', '')],
  [/^-?\d{1,3}(,\d{3}){2,}$/, (text) => text.replaceAll(',', '')],
  // 32,4 and 0,1234
  [/^-?\d+,(\d{1,2}|\d{4,})$/, (text) => text.replace(',', '.')],
  // 1 234 567,8 and 1_000
  [/^-?\d{1,3}([ _'’]\d{3})+([.,]\d+)?$/, (text) => text.replace(/[ _'’]/g, '').replace(',', '.')],
  // A true minus sign.
  [/^−\d+(\.\d+)?$/, (text) => text.replace('−', '-')],
];

/**
 * What to write instead of a text that should be a number.
 * @param missing the advice where the text stands for "no figure": `..`, `n/a`
 */
export function numberAdvice(text: string, missing: string): string | undefined {
  const written = text.trim().replace(/[\u00a0\u202f]/g, ' ');
  if (written === '' || /^(\.\.+|…|[-–—]|n\/?a|nan|null|x)$/i.test(written)) return missing;
  if (/^-?\d+(\.\d+)?$/.test(written)) return ADVICE.number_quoted;
  for (const [notation, meant] of CLEAR) {
    if (notation.test(written)) return ADVICE.number_notation.replace('{guess}', meant(written.replace('−', '-')));
  }
  if (/^[\d.,]+$/.test(written)) return ADVICE.number_unsure;
  if (/^[-−–]?[\d.,]+ ?\D+$|^(US)?[$€₫] ?[\d.,]+/.test(written)) return ADVICE.number_unit;
  return undefined;
}
