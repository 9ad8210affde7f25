import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type Accepted, acceptedText, checkTranslations, translatedBlocks } from '../../src/render/translations.ts';

const file = 'templates/points/x.hbs';
const blocksOf = (text: string) => translatedBlocks({ file, text }, Handlebars.parse(text, { srcName: file }), ['vi', 'en']);
const accept = (text: string, before: Accepted = {}): Accepted => parseYaml(acceptedText(blocksOf(text), before)) as Accepted;
const check = (text: string, accepted: Accepted) => checkTranslations(blocksOf(text), accepted).map((p) => [p.code, p.line, p.column]);

const text = `{{#heading}}
  {{#vi}}Kim ngạch {{fact exports}}{{/vi}}
  {{#en}}Exports {{fact exports}}{{/en}}
{{/heading}}
{{#each_point as |p|}}{{#item}}{{#vi}}một{{/vi}}{{#en}}one{{/en}}{{/item}}{{/each_point}}
`;

it('finds every block with languages, inside loops too, and names it by its helper and number', () => {
  expect(blocksOf(`${text}${text}`).map((block) => [block.template, block.key])).toEqual([
    ['points/x.hbs', 'heading1'],
    ['points/x.hbs', 'item1'],
    ['points/x.hbs', 'heading2'],
    ['points/x.hbs', 'item2'],
  ]);
});

describe('texts held against what was accepted', () => {
  it('is silent where nothing changed, or only white space did', () => {
    expect(check(text, accept(text))).toEqual([]);
    expect(check(text.replace('Exports {{fact exports}}', 'Exports\n    {{fact exports}}'), accept(text))).toEqual([]);
  });

  it('reports the twin of a text that changed alone, at the twin', () => {
    expect(check(text.replace('Kim ngạch', 'Trị giá'), accept(text))).toEqual([['translation-stale', 3, 3]]);
    expect(check(text.replace('Exports', 'Sales'), accept(text))).toEqual([['translation-stale', 2, 3]]);
  });

  it('asks for acceptance where both changed, and of a new block', () => {
    expect(check(text.replace('Kim ngạch', 'Trị giá').replace('Exports', 'Sales'), accept(text))).toEqual([['translation-changed', 2, 3]]);
    expect(check(`${text}{{#note}}{{#vi}}a{{/vi}}{{#en}}b{{/en}}{{/note}}`, accept(text))).toEqual([['translation-new', 6, 10]]);
  });

  it('is cleared by accepting', () => {
    const changed = text.replace('Kim ngạch', 'Trị giá');
    expect(check(changed, accept(changed, accept(text)))).toEqual([]);
  });

  it('says once that nothing was ever accepted', () => {
    expect(check(text, {})).toEqual([['translations-never-accepted', undefined, undefined]]);
  });

  it('knows no block under a name that every object has', () => {
    expect(check('{{#constructor}}{{#vi}}a{{/vi}}{{#en}}b{{/en}}{{/constructor}}', accept(text)).map(([code]) => code)).toEqual(['translation-new']);
  });

  it('keeps what another edition’s own texts were accepted as', () => {
    const before: Accepted = { 'editions/2006/points/x.hbs': { heading1: { vi: 'aaaaaaaaaaaa', en: 'bbbbbbbbbbbb' } }, 'points/gone.hbs': { heading1: { vi: 'aaaaaaaaaaaa', en: 'bbbbbbbbbbbb' } } };
    expect(Object.keys(accept(text, before))).toEqual(['editions/2006/points/x.hbs', 'points/x.hbs']);
  });
});
