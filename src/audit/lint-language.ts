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

/**
 * A scale or unit typed behind a number that a helper printed with its own. “Lần” and “times” begin other things ("lần đầu",
 * "times of war"), so they count only where the clause ends.
 */
const TYPED_UNIT: Readonly<Record<string, RegExp>> = {
  vi: /^[ \u00a0]?(?:(?:nghìn|triệu|tỷ|USD|%|điểm phần trăm)(?![\p{L}-])|lần(?=\s*(?:[.,;:)]|$)))/u,
  en: /^[ \u00a0]?(?:(?:thousand|million|billion|per ?cent|percentage points?|%|US\$)(?![\p{L}-])|times(?=\s*(?:[.,;:)]|$)))/u,
};
/** A number with its unit behind it: “32,4 tỷ USD”, “17.5%”. */
const WITH_UNIT = /\d[^\d]*[\p{L}%]$/u;

/** Units typed behind numbers, told where they stand. */
function typedUnits(runs: readonly TextRun[], sections: Sections): Problem[] {
  return runs.flatMap((run, i) => {
    const before = runs[i - 1];
    if (run.drawing || run.fact !== undefined || before?.fact === undefined || before.block !== run.block) return [];
    const found = TYPED_UNIT[run.lang]?.exec(run.text);
    if (!found || !WITH_UNIT.test(before.text)) return [];
    const args = {
      rule: 'a unit behind a number that has one',
      found: `${before.text}${found[0]}`,
      language: run.lang,
    };
    return [problem('language-lint', placeOf(run.id, sections), args)];
  });
}

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
  return [...problems, ...typedUnits(runs, sections)];
}
