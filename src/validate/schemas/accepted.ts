/** templates/accepted.yaml: which texts a person accepted as translations of each other. Written by `brief accept`. */
import * as z from 'zod';

const hash = z
  .string()
  .regex(/^[0-9a-f]{12}$/, 'a hash of 12 hexadecimal digits')
  .describe('The hash of the text in this language.');

export const accepted = () =>
  z.record(
    z.string().describe('A template, as a path below templates/.'),
    z.record(z.string().describe('A block of the template.'), z.record(z.string(), hash)),
  );
export type AcceptedShape = z.output<ReturnType<typeof accepted>>;
