/** What a person accepts by reading, since no program can judge it: the texts of the project and what stands beside them, piece by piece. */
import { createHash } from 'node:crypto';
import type { Place } from '../problem.ts';
import type { Lang } from './language.ts';

/** A part of a piece: its hash, and where a person reads it. */
export interface Part {
  readonly hash: string;
  readonly place: Place;
}

/** Words in every language, and what goes with them: a paragraph, a row of a table, the name of a market, a claim. */
export interface Piece {
  /** The file it stands in: `points/scale.hbs`, `data/terms.yaml`; `locales` for what all locale files hold together. */
  readonly file: string;
  /** Its name within the file: `heading1`, `crude_oil`. */
  readonly key: string;
  readonly texts: ReadonlyMap<Lang, Part>;
  /** What all languages share: the cells of a row, the facts of a chart, a unit. By name; never that of a language. */
  readonly shared: ReadonlyMap<string, Part>;
}

/** One fact as it was accepted. */
export interface AcceptedFact {
  /** The hash of what the fact is: its expression, unit, decimals, period, status and vintages. */
  readonly is: string;
  readonly value: number | boolean;
  /** Its value in words, by language. */
  readonly printed: Readonly<Record<Lang, string>>;
}

/** The facts of an edition as they were accepted, and the figures of its series that they read. */
export interface AcceptedFacts {
  readonly facts: Readonly<Record<string, AcceptedFact>>;
  /** `exports_wits@2025-08`, with an item `exports_by_market.japan@2025-08` → period → figure, `8700 e` with its mark. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
}

/** Twelve hexadecimal digits: enough to tell texts apart, short enough to read in a diff. White space does not count. */
export const textHash = (text: string): string =>
  createHash('sha256')
    .update(text.replace(/[ \t\r\n]+/g, ' ').trim())
    .digest('hex')
    .slice(0, 12);
