/** What every part of the stage needs to know while one chart is drawn for one document. Part of `chart`. */
import type { ChartSpec, Content } from '../model/content.ts';
import type { Format } from '../model/format.ts';
import type { Lang, Languages } from '../model/language.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Measure } from './measure.ts';
import type { Tokens } from './tokens.ts';

export interface Context {
  readonly content: Content;
  readonly ledger: Ledger;
  readonly chart: ChartSpec;
  /** `vi-en`, `vi`, `en`. */
  readonly document: string;
  readonly languages: Languages;
  readonly narrow: boolean;
  readonly measure: Measure;
  readonly tokens: Tokens;
  /** The formatter of a language, made once. */
  formatOf(lang: Lang): Format;
}
