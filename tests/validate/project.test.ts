import { describe, expect, it } from 'vitest';
import { contentOf, found, smallest, validated } from './project.ts';

const BRIEF = smallest().get('brief.yaml') ?? '';
const withBrief = (from: string, to: string) => ({ 'brief.yaml': BRIEF.replace(from, to) });
const VI = smallest().get('templates/locales/vi.yaml') ?? '';

describe('the smallest project', () => {
  it('is right', () => {
    expect(validated().problems).toEqual([]);
  });

  it('becomes content', () => {
    const content = contentOf();
    expect(content.project).toMatchObject({
      languages: ['vi', 'en'],
      documents: [['vi', 'en'], ['vi'], ['en']],
      editions: ['2005'],
    });
    expect(content.project.place).toEqual({ file: 'brief.yaml', line: 1, column: 1 });
    expect([...content.series.keys()]).toEqual(['exports']);
    expect([...content.locales.keys()]).toEqual(['vi', 'en']);
    expect([...content.charts.keys()]).toEqual(['scale']);
    expect(content.sources.get('wits')).toMatchObject({
      id: 'wits',
      published: '2025-08',
      certainty: 'A',
      place: { line: 1, column: 1 },
    });
    expect(content.sources.get('wits')).not.toHaveProperty('url');
  });

  it('is validated once for the same sources, however many editions follow', () => {
    const { problems } = validated({ 'data/facts/x.yaml': 'exports: {is: a, unit: index}\n' }, 'no-such');
    expect(problems.map(({ code }) => code)).toEqual(['file-missing', 'fact-name-taken']);
  });
});

describe('brief.yaml', () => {
  it.each([
    ['an unknown language in a document', '[[vi, en]', '[[vi, fr]', 'unknown-name', 6, 18],
    ['a language twice in a document', '[[vi, en]', '[[vi, vi]', 'name-twice', 6, 18],
    ['three languages in a document', '[[vi, en]', '[[vi, en, vi]', 'shape-wrong-value', 6, 13],
    ['an empty document', '[[vi, en]', '[[]', 'shape-wrong-value', 6, 13],
    ['a document twice', '[en]]', '[vi]]', 'name-twice', 6, 29],
    ['an unknown edition', '["2005"]', '["2005", "2006"]', 'unknown-name', 7, 20],
    ['an edition twice', '["2005"]', '["2005", 2005]', 'name-twice', 7, 20],
    ['a language that is none', '[vi, en]\ndoc', '[vi, en, VN]\ndoc', 'shape-wrong-value', 5, 21],
  ])('may not have %s', (_, from, to, code, line, column) => {
    expect(found(withBrief(from, to))).toContainEqual([code, line, column]);
  });

  it('needs the locale file of every language', () => {
    const { problems } = validated({ 'templates/locales/en.yaml': undefined });
    expect(problems).toMatchObject([{ code: 'file-missing', file: 'brief.yaml', line: 5, column: 17 }]);
  });

  it('that is missing is the first to be reported', () => {
    expect(validated({ 'brief.yaml': undefined }).problems[0]).toMatchObject({
      code: 'file-missing',
      file: 'brief.yaml',
    });
  });

  it('may name an edition by a bare year', () => {
    expect(contentOf(withBrief('["2005"]', '[2005]')).project.editions).toEqual(['2005']);
  });
});

describe('files', () => {
  it('that nothing reads are a warning', () => {
    const { content, problems } = validated({ 'data/serie/x.yaml': 'a: 1', 'data/facts/deep/x.yaml': 'a: 1' });
    expect(problems.map(({ code, file, severity }) => [code, file, severity])).toEqual([
      ['file-not-read', 'data/facts/deep/x.yaml', 'warning'],
      ['file-not-read', 'data/serie/x.yaml', 'warning'],
    ]);
    expect(content).toBeDefined();
  });

  it('of other editions and of languages to come are left alone', () => {
    const changes = {
      'data/editions/2006.yaml': 'nonsense',
      'data/claims/2006.yaml': 'x',
      'templates/locales/fr.yaml': 'lang: fr',
    };
    expect(found(changes)).toEqual([]);
  });

  it('of an edition that is not there are named with those that are', () => {
    const { content, problems } = validated({}, '2006');
    expect(content).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'file-missing', file: 'data/editions/2006.yaml' }]);
    expect(problems[0]?.hint).toContain('2005');
  });
});

describe('locale files', () => {
  it('have the same phrases in every language', () => {
    const { problems } = validated({ 'templates/locales/vi.yaml': VI.replace(/^ {2}page\.source:.*\n/m, '') });
    expect(problems).toMatchObject([{ code: 'translation-missing', file: 'templates/locales/vi.yaml' }]);
    expect(problems[0]?.hint).toContain('page.source');
  });

  it('name their own language', () => {
    const { problems } = validated({ 'templates/locales/vi.yaml': VI.replace('lang: vi', 'lang: en') });
    expect(problems.map(({ code }) => code)).toEqual(['locale-language']);
  });

  it('have every word', () => {
    const { problems } = validated({ 'templates/locales/vi.yaml': VI.replace(/^ {2}rose_by:.*\n/m, '') });
    expect(problems.map(({ code, message }) => [code, message.includes('rose_by')])).toEqual([
      ['shape-missing-key', true],
    ]);
  });

  it.each([
    ['a plural without “other”', 'person: {one: x}', 'shape-missing-key'],
    ['a plural category that is none', 'person: {single: x, other: y}', 'shape-unknown-key'],
    ['a list for a pattern', 'person: [x]', 'shape-wrong-value'],
  ])('may not have %s', (_, line, code) => {
    const { problems } = validated({ 'templates/locales/vi.yaml': VI.replace(/^ {2}person:.*$/m, `  ${line}`) });
    expect(problems.map((each) => each.code)).toEqual([code]);
  });

  it('know phrases by full name, grouped or not, with their places', () => {
    const add = (text: string) =>
      text.replace(/^phrases:.*$/m, (line) => `${line}\n  chart:\n    trial: {title: " Một "}`);
    const EN = smallest().get('templates/locales/en.yaml') ?? '';
    const content = contentOf({ 'templates/locales/vi.yaml': add(VI), 'templates/locales/en.yaml': add(EN) });
    const phrase = content.locales.get('vi')?.phrases.get('chart.trial.title');
    const line =
      add(VI)
        .split('\n')
        .findIndex((text) => text.includes('trial:')) + 1;
    expect(phrase).toEqual({ text: 'Một', place: { file: 'templates/locales/vi.yaml', line, column: 20 } });
    expect(content.locales.get('vi')?.phrases.get('page.source')?.text).toBeTruthy();
  });

  it('may not have a phrase twice', () => {
    const twice = VI.replace(/^phrases:.*$/m, (line) => `${line}\n  page: {source: x}`);
    expect(validated({ 'templates/locales/vi.yaml': twice }).problems.map(({ code }) => code)).toEqual(['name-twice']);
  });
});
