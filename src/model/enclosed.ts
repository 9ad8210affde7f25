/** What a brief carries inside its PDF: the names of the attachments, and their format. */

/** The format of facts.json, inputs.json and source.json: one more whenever an older reader would misunderstand them. */
export const FORMAT = 1;

/** The attachments by what they hold. */
export const ENCLOSED = { facts: 'facts.json', inputs: 'inputs.json', source: 'source.json' } as const;
export type Enclosure = keyof typeof ENCLOSED;

/** Every file that an edition was made from, by its path in the project. */
export interface SourceJson {
  readonly format: number;
  readonly edition: string;
  readonly files: Readonly<Record<string, string>>;
}
