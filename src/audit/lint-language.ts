/** Marks of the wrong language or a careless keyboard: units, decimal signs, minus, spaces, letters. Part of `audit`. */
import type { Sections } from '../model/document.ts';
import { type Problem, problem } from '../problem.ts';
import { placeOf } from './closed-world.ts';
import type { TextRun } from './text-blocks.ts';

interface Rule {
  readonly name: string;
  /** The languages it holds for; empty: all. */
  readonly languages: readonly string[];
  readonly pattern: RegExp;
}

/** Vietnamese letters stand in English names too (đồng), so units are told by whole words beside numbers. */
const RULES: readonly Rule[] = [
  { name: 'a Vietnamese unit in English', languages: ['en'], pattern: /\b(?:tỷ|tỉ|triệu|nghìn)(?!\p{L})/u },
  { name: 'an English unit in Vietnamese', languages: ['vi'], pattern: /\b(?:billion|million|per cent)\b/u },
  { name: 'a decimal comma in English', languages: ['en'], pattern: /\d,\d{1,2}(?!\d)/u },
  { name: 'a decimal point in Vietnamese', languages: ['vi'], pattern: /\d\.\d{1,2}(?!\d)/u },
  { name: 'a hyphen used as minus', languages: [], pattern: /(?<![\p{L}\d])-\d/u },
  { name: 'decomposed letters', languages: [], pattern: /\p{L}\p{Mn}/u },
  { name: '“tỉ” for “tỷ”', languages: ['vi'], pattern: /(?<!\p{L})(?:tỉ (?:USD|đồng|lệ|trọng))/u },
  {
    name: 'a space that may break before a unit',
    languages: [],
    pattern: /\d (?:tỷ|triệu|nghìn|USD|lần|điểm phần trăm|billion|million|times|percentage)/u,
  },
];

export function lintLanguage(runs: readonly TextRun[], sections: Sections): Problem[] {
  const problems: Problem[] = [];
  for (const run of runs) {
    if (run.drawing || ['source', 'notation', 'card'].includes(run.exempt ?? '')) continue;
    for (const rule of RULES) {
      if (rule.languages.length > 0 && !rule.languages.includes(run.lang)) continue;
      const found = rule.pattern.exec(run.text);
      if (found)
        problems.push(
          problem('language-lint', placeOf(run.id, sections), { rule: rule.name, found: found[0], language: run.lang }),
        );
    }
  }
  return problems;
}
