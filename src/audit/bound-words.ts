/** Words that the data must bear out: rose and fell before a change, the highest, the largest, a record. Part of `audit`. */
import type { Block, Sections } from '../model/document.ts';
import type { Fact, Ledger } from '../model/ledger.ts';
import { type Problem, problem } from '../problem.ts';
import { placeOf } from './closed-world.ts';
import type { TextRun } from './text-blocks.ts';

interface Words {
  readonly up: RegExp;
  readonly down: RegExp;
  /** Words that claim a rank among others. */
  readonly extreme: RegExp;
}

/** Only the last direction word of the clause before a number counts; "tăng … lên" and "giảm … xuống" agree with themselves. */
const WORDS: Readonly<Record<string, Words>> = {
  vi: {
    up: /(?<!\p{L})(?:tăng|lên|vượt)(?!\p{L})/giu,
    down: /(?<!\p{L})(?:giảm|xuống|sụt)(?!\p{L})/giu,
    extreme:
      /(?<!\p{L})(?:kỷ lục|cao nhất|lớn nhất|thấp nhất|nhỏ nhất|nhiều nhất|ít nhất|chậm nhất|nhanh nhất|lớn thứ)(?!\p{L})/iu,
  },
  en: {
    up: /\b(?:up|rose|rise|risen|grew|grow|growth|increased?|climbed|widened|gained?)\b/gi,
    down: /\b(?:down|fell|fall|fallen|declined?|dropped|decreased?|shrank|narrowed|lost)\b/gi,
    extreme: /\b(?:record|highest|largest|biggest|lowest|smallest|slowest|fastest|strongest|weakest|most slowly)\b/i,
  },
};

/** Facts that are changes: their sign is what a direction word states. */
const isChange = (fact: Fact): boolean =>
  /^(?:growth|cagr|change|compound)\(/.test(fact.expression) || fact.unit === 'percentage_point';

/** Facts that bear out a word of rank: an ensured truth, a rank, a year or value found as the highest or lowest. */
const bearsOut = (fact: Fact): boolean =>
  fact.unit === 'truth' ||
  fact.unit === 'rank' ||
  /\b(?:highest_year|lowest_year|is_highest|rank|rank_of_ratio|max|min|first_above|count_above)\(/.test(
    fact.expression,
  );

/**
 * Checks each block's words against the facts printed or ensured in it.
 * A direction word that a helper chose from the data follows it by construction and agrees with it here.
 */
export function checkBoundWords(runs: readonly TextRun[], sections: Sections, ledger: Ledger): Problem[] {
  const problems: Problem[] = [];
  for (const block of texts(runs, sections)) {
    const words = WORDS[block.lang];
    if (!words) continue;
    for (const [i, run] of block.runs.entries()) {
      const fact = run.fact === undefined ? undefined : ledger.facts.get(run.fact);
      if (!fact || typeof fact.value !== 'number' || !isChange(fact) || Math.abs(fact.value) < 0.05) continue;
      const before = clauseBefore(block.runs, i);
      const inside = run.text;
      const direction = lastOf(words, before + (lastOf(words, inside) ? inside : ''));
      if (direction && direction !== (fact.value > 0 ? 'up' : 'down')) {
        problems.push(
          problem('word-against-data', placeOf(run.id, sections), {
            word: wordOf(words, before + inside, direction),
            fact: fact.expression,
            value: fact.value.toFixed(1),
            language: block.lang,
          }),
        );
      }
    }
    const whole = block.runs.map((run) => run.text).join('');
    const extreme = words.extreme.exec(whole);
    // A claim is what the article says; its verdict says whether it holds.
    if (!extreme || block.block.place.file.startsWith('data/claims/')) continue;
    const facts = sections.uses
      .filter((use) => use.block === block.id)
      .flatMap((use) => ledger.facts.get(use.fact) ?? []);
    if (!facts.some(bearsOut))
      problems.push(problem('word-not-borne-out', block.block.place, { word: extreme[0], language: block.lang }));
  }
  return problems;
}

interface Spoken {
  readonly id: string;
  readonly lang: string;
  readonly block: Block;
  readonly runs: TextRun[];
}

/** The runs of each pair or stack, by block and language. */
function texts(runs: readonly TextRun[], sections: Sections): Spoken[] {
  const found = new Map<string, Spoken>();
  for (const run of runs) {
    if (run.drawing || run.exempt !== undefined) continue;
    const id = run.id.replace(/-[a-z]{2,3}$/, '');
    const block = sections.blocks.get(id);
    if (!block || block.kind === 'first') continue;
    const key = `${id} ${run.lang} ${run.block}`;
    const spoken = found.get(key) ?? { id, lang: run.lang, block, runs: [] };
    spoken.runs.push(run);
    found.set(key, spoken);
  }
  return [...found.values()];
}

/** The text before a number back to the end of the clause before; other numbers end it too. */
function clauseBefore(runs: readonly TextRun[], at: number): string {
  let text = '';
  for (let i = at - 1; i >= 0; i--) {
    const run = runs[i]!;
    if (run.fact !== undefined && !run.time) break;
    text = run.text + text;
    if (/[.;:,()](?:\s|$)/.test(run.text)) break;
  }
  return text.split(/[.;:,()](?=\s|$)|\s(?:và|nhưng|trong khi|còn|and|but|while|against|than)\s/).at(-1) ?? '';
}

function lastOf(words: Words, text: string): 'up' | 'down' | undefined {
  const up = [...text.matchAll(words.up)].at(-1)?.index ?? -1;
  const down = [...text.matchAll(words.down)].at(-1)?.index ?? -1;
  return up < 0 && down < 0 ? undefined : up > down ? 'up' : 'down';
}

const wordOf = (words: Words, text: string, direction: 'up' | 'down'): string =>
  [...text.matchAll(words[direction])].at(-1)?.[0] ?? direction;
