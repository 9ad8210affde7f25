/** Languages and texts in several of them. A language is an IETF tag such as `vi`; the set comes from brief.yaml. */
export type Lang = string;

/** One text in every language of the project: `validate` guarantees that none is missing. */
export type Text = Readonly<Record<Lang, string>>;

/** Which languages a document speaks, in order: one, or an ordered pair. */
export type Languages = readonly [Lang] | readonly [Lang, Lang];

/** `vi-en` for a pair, `vi` for one: the name used in file names and `--lang`. */
export const documentName = (languages: Languages): string => languages.join('-');
