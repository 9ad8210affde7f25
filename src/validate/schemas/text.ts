/** A text in every language of the project: the schema is made for the project's languages. */
import * as z from 'zod';
import type { Lang } from '../../model/language.ts';
import { expect, line, matching } from './parts.ts';

export type TextSchema = z.ZodType<Readonly<Record<Lang, string>>>;

const NAMES: Readonly<Record<string, string>> = { vi: 'Vietnamese', en: 'English' };
const about = (lang: Lang) => `The text in ${NAMES[lang] ?? lang}, composed letters (NFC).`;

/** Exactly these languages; where none are known, because brief.yaml is wrong, any. */
export function textIn(languages: readonly Lang[]): TextSchema {
  if (languages.length === 0) return z.record(z.string(), line(), expect('translations'));
  const shape = languages.map((lang) => [lang, matching(/\S/, 'translation').describe(about(lang))]);
  return z.strictObject(Object.fromEntries(shape) as Record<Lang, z.ZodString>, expect('translations', languages));
}

/** For editors: the shipped project's languages are asked for, a further one is allowed. */
export function openText(languages: readonly Lang[]): TextSchema {
  const shape = Object.fromEntries(languages.map((lang) => [lang, line('translation').describe(about(lang))]));
  return z.object(shape).catchall(line('translation'));
}
