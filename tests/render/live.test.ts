import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/model/content.ts';
import { hasPart, liveWords } from '../../src/render/live.ts';

const place = { file: 'data/editions/2006.yaml', line: 1, column: 1 };
const content = (templates: Record<string, string>): Content =>
  ({
    edition: { claims: [], previous: '2005', points: [{ id: 'scale', place }] },
    templates: new Map(Object.entries(templates).map(([name, text]) => [name, { file: `templates/${name}`, text }])),
  }) as unknown as Content;

describe('the words of the templates that an edition runs', () => {
  it('are those of the branches of what it has', () => {
    const words = liveWords(
      content({
        'cover.hbs':
          '{{#has "article"}}{{fact stated}}{{else}}{{fact exports.end}}{{/has}}{{#has "scale"}}{{> strip of="growth"}}{{/has}}',
        'partials/strip.hbs': '{{say strip.heading}}{{#when falls}}a{{else}}{{fact rises}}{{/when}}',
        'partials/unused.hbs': '{{fact unused}}',
      }),
      ['cover'],
    );
    expect([...words]).toEqual(expect.arrayContaining(['exports.end', 'growth', 'strip.heading', 'falls', 'rises']));
    expect(words.has('stated')).toBe(false);
    expect(words.has('unused')).toBe(false);
  });

  it('are all of a template that does not parse', () => {
    expect(liveWords(content({ 'cover.hbs': '{{#when exports}}' }), ['cover']).has('exports')).toBe(true);
  });
});

describe('an edition', () => {
  it('has its points, its article, the edition before it', () => {
    const { edition } = content({});
    expect(['scale', 'growth', 'article', 'previous'].map((part) => hasPart(edition, part))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
