/** What a person accepted, written by `brief accept`: texts in templates/accepted.yaml, facts in data/accepted/<edition>.yaml. */
import * as z from 'zod';

const hash = z.string().regex(/^[0-9a-f]{12}$/, 'a hash of 12 hexadecimal digits');
const piece = z.record(
  z.string().describe('A language, or with “_” before it a part that all languages share.'),
  hash.describe('The hash of the text or part.'),
);

export const accepted = () =>
  z.record(
    z
      .string()
      .describe(
        'A file, as a path below templates/ or of the project; “locales” for what all locale files hold together.',
      ),
    z.record(z.string().describe('A piece of the file.'), piece),
  );
export type AcceptedShape = z.output<ReturnType<typeof accepted>>;

const fact = z.strictObject({
  is: hash.describe('The hash of what the fact is: expression, unit, decimals, period, status, vintages.'),
  value: z.union([z.number(), z.boolean()]).describe('Its value, nine digits of it.'),
  printed: z.record(z.string(), z.string()).describe('Its value in words, by language.'),
});

export const acceptedFacts = () =>
  z.strictObject({
    facts: z.record(z.string(), fact).describe('The facts of the edition by their ids.'),
    figures: z
      .record(z.string(), z.record(z.string(), z.union([z.number(), z.string()])))
      .describe(
        'The figures that they read: series, with item and vintage, then period; a mark stands behind its figure.',
      ),
  });
export type AcceptedFactsShape = z.output<ReturnType<typeof acceptedFacts>>;
