/** Numbers written as words state quantities too: "hai phần ba", "gấp đôi", "seven products" must be facts. Part of `audit`. */
import type { Sections } from '../model/document.ts';
import { type Problem, problem } from '../problem.ts';
import { placeOf } from './closed-world.ts';
import type { TextRun } from './text-blocks.ts';

/** Vietnamese number words mean other things alone (năm = year, ba = father); before a counted thing or "lần" they count. */
const COUNTED_VI =
  'mặt hàng|thị trường|nước|nền kinh tế|lần|nhóm|khu vực|tỷ lệ|kết quả|nhận định|luận điểm|điểm|bậc|năm liên tiếp|năm liền|năm đầu|quý|tháng|tỷ|triệu|nghìn|phần trăm';
const WORDS_VI = 'hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: \\p{L}+)?|hai mươi(?: \\p{L}+)?';
const WORDS_EN =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|dozen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|hundred|thousand|(?:one|a) (?:million|billion|trillion)';

/** What counts as a number word, by language; a language without rules has none. */
const PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
  vi: [
    new RegExp(`(?<!\\p{L}|[Cc]ả )(?:${WORDS_VI})[ \\u00a0](?:${COUNTED_VI})(?!\\p{L})`, 'iu'),
    /(?<!\p{L})(?:(?:một|quá|hơn) nửa|gấp (?:đôi|rưỡi|hai|ba|bốn|sáu|bảy|tám|chín|mười|trăm)|(?:một|hai|ba|bốn) phần (?:hai|ba|tư|năm|mười))(?!\p{L})/iu,
  ],
  en: [
    new RegExp(`\\b(?:${WORDS_EN})\\b(?! of\\b(?! the))`, 'i'),
    /\b(?:half|halves|halved|thirds?|three quarters|a quarter of|doubled?(?![- ]digit)|doubling|tripled?|quadrupled?|quintupled?|twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|hundred)fold|(?:a|one|two|three|four) (?:fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?))\b/i,
  ],
};

/** Number words outside facts, each at its block. "Quarter" as a part of the year and "one" as a pronoun are no quantities. */
export function checkNumberWords(runs: readonly TextRun[], sections: Sections): Problem[] {
  const problems: Problem[] = [];
  for (const run of runs) {
    if (run.drawing || run.fact !== undefined || run.exempt !== undefined) continue;
    for (const pattern of PATTERNS[run.lang] ?? []) {
      const found = pattern.exec(run.text);
      if (!found) continue;
      problems.push(
        problem('number-word-without-fact', placeOf(run.id, sections), { words: found[0], language: run.lang }),
      );
      break;
    }
  }
  return problems;
}
