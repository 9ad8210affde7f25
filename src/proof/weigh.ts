/** Three witnesses say each number: the sources, the ledger, the page. Where one stands alone, it is the one that was changed. Part of `proof`. */
import { isJson, type Json } from './enclosed.ts';
import { type Finding, finding } from './found.ts';

/** Every text that the attached ledger says was printed of a fact. */
function printedTexts(ledger: Json | undefined): Map<string, Set<string>> {
  const facts = Array.isArray(ledger?.facts) ? (ledger.facts as unknown[]) : [];
  return new Map(
    facts.flatMap((fact): [string, Set<string>][] => {
      if (!isJson(fact) || !Array.isArray(fact.uses)) return [];
      const texts = (fact.uses as unknown[]).flatMap((use) => (isJson(use) ? [plain(String(use.text))] : []));
      return [[String(fact.id), new Set(texts)]];
    }),
  );
}

const plain = (text: string): string => text.replace(/[\s\u00a0]/gu, '');

/** Says once that a difference of the pages comes from the files, and where that cannot be known. */
export function weighed(
  files: readonly Finding[],
  ledger: readonly Finding[],
  pages: readonly Finding[],
  attached: Json | undefined,
): Finding[] {
  if (files.length === 0) return [...ledger, ...pages];
  if (ledger.length === 0 && pages.length === 0) return [finding('proof-hash-alone', {})];
  const texts = printedTexts(attached);
  const agrees = ({ code, fact = '', found = '' }: Finding): boolean =>
    code === 'proof-page-number' && texts.get(fact)?.has(plain(found)) === true;
  const agreeing = pages.filter(agrees);
  const unsure = pages.filter(({ code }) => code === 'proof-page-differs');
  const rest = pages.filter((each) => !agrees(each) && each.code !== 'proof-page-differs');
  const on = [...new Set(unsure.map(({ page }) => page))].join(', ');
  return [
    ...ledger,
    ...(agreeing.length > 0 ? [finding('proof-page-agrees', { count: agreeing.length })] : []),
    ...(unsure.length > 0 ? [finding('proof-page-unsure', { count: unsure.length, pages: on })] : []),
    ...rest,
  ];
}
