/** The schemas as JSON Schema, for editors: completion and help while YAML is written. Committed under schemas/. */
import * as z from 'zod';
import { type Kind, schemasWith } from './schemas/index.ts';
import { openText } from './schemas/text.ts';

/** The languages of the shipped project: editors ask for these, a further one is allowed. */
const LANGUAGES = ['vi', 'en'];

const ABOUT: Readonly<Record<Kind, { readonly title: string; readonly description: string }>> = {
  brief: { title: 'Project', description: 'brief.yaml: publisher, languages, documents and editions of the project.' },
  series: {
    title: 'Series',
    description: 'data/series/<id>.yaml: one indicator over periods, in one or more vintages.',
  },
  sources: { title: 'Sources', description: 'data/sources.yaml: every source once, by the name that other files use.' },
  terms: {
    title: 'Terms',
    description: 'data/terms.yaml: names in every language of goods, markets, sectors, groups.',
  },
  lists: { title: 'Lists', description: 'data/lists.yaml: named lists of economies or items, for ranks.' },
  accepted: {
    title: 'Accepted translations',
    description:
      'templates/accepted.yaml: texts that a person accepted as translations of each other, by hash. Written by `brief accept`.',
  },
  accepted_facts: {
    title: 'Accepted facts',
    description:
      'data/accepted/<edition>.yaml: facts and figures as they were when a person accepted the edition. Written by `brief accept`.',
  },
  refresh: {
    title: 'Publishers',
    description: 'data/refresh.yaml: interfaces of publishers from which `brief refresh` fetches new vintages.',
  },
  facts: { title: 'Facts', description: 'data/facts/<topic>.yaml: named numbers and how each is calculated.' },
  rules: {
    title: 'Rules',
    description: 'data/rules/<topic>.yaml: what the figures must keep: totals, shares, balances, plausible growth.',
  },
  claims: {
    title: 'Claims',
    description: 'data/claims/<edition>.yaml: what an article stated, and how it is checked.',
  },
  edition: { title: 'Edition', description: 'data/editions/<id>.yaml: one brief: its years, vintages and points.' },
  locale: {
    title: 'Locale',
    description: 'templates/locales/<language>.yaml: how a language writes numbers and dates, and fixed phrases.',
  },
};

/** The schema files by name, as text that ends with a line break. The same schemas check the files, made with zod. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas = Object.entries(schemasWith(openText(LANGUAGES))) as [Kind, z.ZodType][];
  return new Map(
    schemas.map(([kind, schema]) => {
      const name = `${kind}.schema.json`;
      const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
      return [name, `${JSON.stringify({ $schema, $id: name, ...ABOUT[kind], ...body }, null, 2)}\n`];
    }),
  );
}
