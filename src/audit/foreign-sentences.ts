/** A sentence that stands in the language of its twin: forgotten in translation, or pasted into the wrong place. Part of `audit`. */
import type { Sections } from '../model/document.ts';
import { type Problem, problem } from '../problem.ts';
import { placeOf } from './closed-world.ts';
import type { TextRun } from './text-blocks.ts';

/**
 * Words that hold sentences together and are words of no other language here. Names, titles and technical terms have few of
 * them, so a text is judged by these and not by its letters. A language without words is not judged.
 */
const WORDS: Readonly<Record<string, RegExp>> = {
  vi: /(?<!\p{L})(?:của|và|là|các|những|được|trong|với|không|đã|từ|này|một|có|theo|nhưng|khi|ở|đến|năm|hơn|để|còn|tăng|giảm|đạt)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|was|were|is|are|than|that|this|by|with|from|for|its|which|has|had|been|their|but|rose|fell)(?!\p{L})/giu,
};
/** So many of another language and none of its own: “Ministry of Planning and Investment” has two. */
const ENOUGH = 3;

const count = (lang: string, text: string): number => text.match(WORDS[lang] ?? /$^/)?.length ?? 0;

/** Texts that are sentences of another language, each at its block. What an element with a `lang` of its own holds is apart. */
export function checkForeignSentences(runs: readonly TextRun[], sections: Sections): Problem[] {
  const texts = new Map<string, { id: string; lang: string; text: string }>();
  for (const { id, lang, text, block, drawing, fact, exempt } of runs) {
    if (drawing || fact !== undefined || exempt !== undefined || WORDS[lang] === undefined) continue;
    const key = `${block} ${lang}`;
    texts.set(key, { id, lang, text: `${texts.get(key)?.text ?? ''} ${text}` });
  }
  return [...texts.values()].flatMap(({ id, lang, text }) => {
    if (count(lang, text) > 0) return [];
    const other = Object.keys(WORDS).find((each) => each !== lang && count(each, text) >= ENOUGH);
    if (other === undefined) return [];
    const found = text.replace(/\s+/g, ' ').trim().slice(0, 60);
    return [problem('text-in-other-language', placeOf(id, sections), { language: lang, other, found })];
  });
}
