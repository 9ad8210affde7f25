/** The forms in which a text may ask for a fact (`{exports|bare}`): shared by phrases and templates. */
import type { Format } from './format.ts';
import type { Fact } from './ledger.ts';

type Print = (fact: Fact, format: Format) => string;

/** A truth counts as 1 or 0 where a form wants a number. */
const numberOf = (fact: Fact) => Number(fact.value);

const PRINTS = {
  /** With unit words and status mark; the form without a name. */
  quantity: (fact, format) => format.quantity(fact.value, fact.unit, fact.decimals, fact.status),
  /** With unit words, without status mark: where the mark stands once for several numbers. */
  plain: (fact, format) => format.quantity(fact.value, fact.unit, fact.decimals),
  /** Digits alone. */
  bare: (fact, format) => format.bare(numberOf(fact), fact.decimals, { unit: fact.unit }),
  /** Digits alone, always with a sign: for tables of changes. */
  signed: (fact, format) => format.number(numberOf(fact), fact.decimals, { sign: 'always' }),
  /** The size with its unit, never with a minus: a deficit of 4.3 billion. */
  size: (fact, format) => format.quantity(Math.abs(numberOf(fact)), fact.unit, fact.decimals, fact.status),
  /** A small count in words; `Word` at the start of a sentence. */
  word: (fact, format) => format.word(numberOf(fact)),
  Word: (fact, format) => format.word(numberOf(fact), true),
  ordinal: (fact, format) => format.ordinal(numberOf(fact)),
  ordinal_word: (fact, format) => format.ordinalWord(numberOf(fact)),
  /** up 22.5% · rose 22.5% · a rise of 22.5%. */
  change: (fact, format) => format.change(numberOf(fact), fact.unit, fact.decimals, 'adverb', fact.status),
  change_verb: (fact, format) => format.change(numberOf(fact), fact.unit, fact.decimals, 'verb', fact.status),
  change_noun: (fact, format) => format.change(numberOf(fact), fact.unit, fact.decimals, 'noun', fact.status),
  /** up · rose · rise: the word without the number. */
  direction: (fact, format) => format.directionWord(numberOf(fact), fact.decimals, 'adverb'),
  direction_verb: (fact, format) => format.directionWord(numberOf(fact), fact.decimals, 'verb'),
  direction_noun: (fact, format) => format.directionWord(numberOf(fact), fact.decimals, 'noun'),
  /** The period of the fact, not its value. */
  period: (fact, format) => format.period(fact.period, 'long'),
  period_short: (fact, format) => format.period(fact.period, 'short'),
} satisfies Record<string, Print>;

export type Form = keyof typeof PRINTS;
/** The names of the forms, for checks and "did you mean". */
export const FORMS = Object.keys(PRINTS) as readonly Form[];

/** True where the name is one of FORMS. */
export const isForm = (name: string): name is Form => Object.hasOwn(PRINTS, name);

/** Prints a fact in one of the forms, with its own decimals and, where the form has one, its status mark. */
export function printFact(fact: Fact, format: Format, form: Form = 'quantity'): string {
  return PRINTS[form](fact, format);
}
