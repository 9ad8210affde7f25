/**
 * What the page says of itself to search engines and catalogues: schema.org's Report and the Dataset behind it, as JSON-LD.
 * Part of `assemble`. Names and descriptions stand in every language of the page.
 */
import type { Content } from '../model/content.ts';
import type { Sections } from '../model/document.ts';
import { formatter } from '../model/format.ts';
import type { Lang, Languages, Text } from '../model/language.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Series, Source } from '../model/series.ts';

interface Described {
  readonly content: Content;
  readonly ledger: Ledger;
  readonly sections: Sections;
}

type Json = Readonly<Record<string, unknown>>;

/** The JSON-LD of an edition, safe to stand in a script element. */
export function structuredData(described: Described, languages: Languages): string {
  const { content, sections } = described;
  const { project, edition } = content;
  const said = (text: Text) => languages.map((lang) => ({ '@language': lang, '@value': text[lang] ?? '' }));
  const { sources, series } = behind(described);
  const publisher = { '@type': 'Organization', name: said(project.publisher) };
  const both: Json = {
    name: said(sections.title),
    description: said(sections.description),
    inLanguage: languages,
    datePublished: edition.date,
    temporalCoverage: `${edition.window.start}/${edition.window.end}`,
    ...(project.coverage && { spatialCoverage: { '@type': 'Place', name: said(project.coverage) } }),
    creator: publisher,
    publisher,
    license: { '@type': 'CreativeWork', name: said(project.licence) },
    isAccessibleForFree: true,
  };
  const graph: Json[] = [
    {
      '@type': 'Report',
      '@id': '#report',
      ...both,
      disambiguatingDescription: said(project.disclaimer),
      hasPart: { '@id': '#data' },
    },
    {
      '@type': 'Dataset',
      '@id': '#data',
      ...both,
      isPartOf: { '@id': '#report' },
      isBasedOn: sources.map((source) => basis(source, said)),
      variableMeasured: series.map((each) => variable(each, content, languages)),
      distribution: [{ '@type': 'DataDownload', contentUrl: 'facts.json', encodingFormat: 'application/json' }],
    },
  ];
  // A `<` could end the element.
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replace(/</g, '\\u003c');
}

/** What the facts that the page prints rest on: the series that their formulas read and the sources of these, each once. */
function behind({ content, ledger, sections }: Described): { sources: Source[]; series: Series[] } {
  const facts = new Set<string>();
  const names = new Set<string>();
  const add = (id: string): void => {
    if (facts.has(id)) return;
    facts.add(id);
    for (const input of ledger.facts.get(id)?.inputs ?? []) {
      if ('cell' in input) names.add(input.cell.series);
      else add(input.fact);
    }
  };
  for (const { fact } of sections.uses) add(fact);
  const used = new Set([...facts].flatMap((id) => ledger.facts.get(id)?.sources ?? []));
  return {
    sources: [...content.sources.values()].filter(({ id }) => used.has(id)),
    series: [...names].flatMap((name) => content.series.get(name) ?? []),
  };
}

function basis(source: Source, said: (text: Text) => unknown): Json {
  return {
    '@type': 'CreativeWork',
    name: said(source.title),
    publisher: { '@type': 'Organization', name: said(source.publisher) },
    datePublished: source.published,
    ...(source.url !== undefined && { url: source.url }),
  };
}

function variable({ label, unit }: Series, { locales }: Content, languages: Languages): Json {
  const words = (lang: Lang): string => {
    const locale = locales.get(lang);
    return locale ? formatter(locale).unitName(unit) : '';
  };
  const units = languages.map((lang) => ({ '@language': lang, '@value': words(lang) }));
  return {
    '@type': 'PropertyValue',
    name: languages.map((lang) => ({ '@language': lang, '@value': label[lang] ?? '' })),
    ...(units.every((each) => each['@value'] !== '') && { unitText: units }),
  };
}
