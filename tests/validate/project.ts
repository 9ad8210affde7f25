/** Helpers of the tests of `validate`: the smallest project, with some of its files replaced. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../../src/load/load.ts';
import type { Content } from '../../src/model/content.ts';
import { inOrder, type Problem } from '../../src/problem.ts';
import { validate } from '../../src/validate/validate.ts';
import { filesBelow, ROOT } from '../load/read.ts';

/** Path → text; undefined takes the file away. */
export type Changes = Readonly<Record<string, string | undefined>>;

const SMALLEST = join(ROOT, 'tests/editions/smallest');
const LOCALES = ['vi', 'en'].map((lang) => `templates/locales/${lang}.yaml`);

/** The files of the smallest project, with the locales that ship with the tool. */
export function smallest(changes: Changes = {}): Map<string, string> {
  const files = filesBelow(SMALLEST, ['brief.yaml', 'data', 'templates']);
  for (const path of LOCALES) files.set(path, readFileSync(join(ROOT, path), 'utf8'));
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  return files;
}

/** Loads and validates the smallest project with changes. */
export function validated(
  changes: Changes = {},
  edition = '2005',
): { content: Content | undefined; problems: Problem[] } {
  const { sources, problems } = load(smallest(changes));
  const result = validate(sources, edition);
  return { content: result.content, problems: inOrder([...problems, ...result.problems]) };
}

/** Problems as a table writes them: code, line, column. */
export const found = (changes: Changes, edition?: string) =>
  validated(changes, edition).problems.map(({ code, line, column }) => [code, line, column]);

/** The content of a project that must be right. */
export function contentOf(changes: Changes = {}, edition?: string): Content {
  const { content, problems } = validated(changes, edition);
  if (!content) throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return content;
}

/** A series file with these vintages; each line of them is indented by two. */
export const seriesFile = (...vintages: string[]) =>
  `label: {vi: Một, en: One}\nunit: usd_million\nvintages:\n${vintages.map((text) => text.replace(/^(?=.)/gm, '  ')).join('')}`;

/** Ends with a line break, so that keys can follow. */
export const vintage = (id: string, published = '2025-08') =>
  `- id: "${id}"\n  source: wits\n  published: ${published}\n`;
