import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { checkTemplate, type Names } from '../../src/render/check-template.ts';

const parse = (text: string, file = 'templates/points/x.hbs') => Handlebars.parse(text, { srcName: file });

const names = (partials: Record<string, string> = {}): Names => ({
  languages: ['vi', 'en'],
  facts: new Set(['exports', 'exports_growth', 'is_record']),
  phrases: new Set(['page.note']),
  terms: new Set(['crude_oil']),
  charts: new Set(['scale']),
  sections: new Set(['scale', 'growth']),
  partials: new Map(
    Object.entries(partials).map(([name, text]) => [name, parse(text, `templates/partials/${name}.hbs`)]),
  ),
  parts: new Set(['article', 'previous', 'scale', 'plan']),
  has: (part) => part === 'scale',
});

/** Each problem as `code line:column`. */
const check = (text: string, partials?: Record<string, string>): string[] =>
  checkTemplate(parse(text), names(partials)).map((p) => `${p.code} ${p.line}:${p.column}`);

const both = (text: string): string => `{{#paragraph}}{{#vi}}${text}{{/vi}}{{#en}}${text}{{/en}}{{/paragraph}}`;

describe('a template without fault', () => {
  it.each([
    [
      'facts, years and terms by name',
      both('{{fact exports}} {{fact exports_growth.end}} {{year base}} {{term crude_oil}}'),
    ],
    ['a fact of a year in a loop', '{{#each_year base end as |y|}}{{cell exports_growth y}}{{/each_year}}'],
    ['a claim’s fields', '{{#each_claim as |c|}}{{c.number}}{{verdict c.verdict}}{{/each_claim}}'],
    [
      'digits inside tags, also where a tag comes in pieces',
      '<col style="width: 36mm"><p id="{{#each_point as |p|}}{{p.id}}{{/each_point}}-1">–</p>',
    ],
    ['a choice bound to a fact', both('{{#when is_record}}kỷ lục{{else}}cao{{/when}}')],
  ])('%s', (_, text) => expect(check(text)).toEqual([]));

  it('turns bare names of facts into text, so that Handlebars does not look them up', () => {
    const program = parse('{{cell exports_growth.end}}');
    checkTemplate(program, names());
    const [node] = program.body as [hbs.AST.MustacheStatement];
    expect(node.params).toMatchObject([{ type: 'StringLiteral', value: 'exports_growth.end' }]);
  });
});

describe('what is wrong is reported at its line and column', () => {
  it.each([
    ['a misspelt helper', '\n  {{fcat exports}}', ['template-unknown 2:5']],
    ['a misspelt block', '{{#paragrph}}x{{/paragrph}}', ['template-unknown 1:4']],
    ['a name from nowhere', '{{nosuch}}', ['template-unknown 1:3']],
    [
      'a misspelt fact',
      both('{{fact exprots}}').replace('{{#en}}{{fact exprots}}', '{{#en}}'),
      ['template-unknown 1:29'],
    ],
    ['a fact under a name that every object has', '{{cell constructor}}', ['template-unknown 1:8']],
    ['an unknown fact in a condition', '{{#when nosuch}}x{{/when}}', ['template-unknown 1:9']],
    ['an unknown year', '{{cell exports_growth.ende}}', ['template-unknown 1:8']],
    ['an unknown chart', '{{chart scael}}', ['template-unknown 1:9']],
    ['an unknown option', '{{cell exports decimal=1}}', ['template-unknown 1:16']],
    [
      'an unknown form',
      both('{{fact exports form="plane"}}').replace(/\{\{#en\}\}.*\{\{\/en\}\}/, '{{#en}}x{{/en}}'),
      ['template-unknown 1:42'],
    ],
    ['an unknown partial', '{{> nosuch}}', ['template-unknown 1:5']],
    ['an unknown field', '{{#each_claim as |c|}}{{c.verdikt}}{{/each_claim}}', ['template-unknown 1:25']],
    ['three braces', '{{{cell exports}}}', ['template-raw 1:1']],
    ['a typed number', both('tăng 22,5%').replace('{{#en}}tăng 22,5%', '{{#en}}'), ['template-typed-number 1:27']],
    ['a typed year outside any language', '<th>2005</th>', ['template-typed-number 1:5']],
    ['a typed number on a later line', '<p>\n  <b>7</b>', ['template-typed-number 2:6']],
    ['a missing language', '{{#heading}}{{#vi}}x{{/vi}}{{/heading}}', ['template-language-missing 1:1']],
    [
      'a language inside a language',
      '{{#heading}}{{#vi}}{{#en}}x{{/en}}{{/vi}}{{#en}}y{{/en}}{{/heading}}',
      ['template-language-nested 1:20'],
    ],
    ['a language outside any block', '{{#vi}}x{{/vi}}', ['template-language-alone 1:1']],
    ['words of one language outside it', '{{change exports_growth.end}}', ['template-outside-language 1:3']],
    ['too many arguments', '{{cell exports end 3}}', ['template-arguments 1:3']],
    ['a text helper without text', '{{heading}}', ['template-needs-block 1:3']],
    ['a misspelt section', '{{section "scael"}}{{page "grwth"}}', ['template-unknown 1:11', 'template-unknown 1:27']],
    ['a value that an option cannot have', '{{cell exports decimals="two"}}', ['template-choice 1:25']],
    ['a text that a claim or the project does not have', '{{project "constructor"}}', ['template-choice 1:11']],
    ['a mark of no verdict', '{{mark "verfied"}}', ['template-unknown 1:8']],
    ['a field of a field', '{{#each_point as |p|}}{{p.id.constructor}}{{/each_point}}', ['template-unknown 1:25']],
    ['a partial whose name is computed', '{{> (year end)}}', ['template-not-allowed 1:5']],
    ['a block of Handlebars', '{{#if exports}}x{{/if}}', ['template-unknown 1:4']],
    [
      'a typed number on the line after a block',
      '{{#screen}}\nx\n{{/screen}}\n<p>7</p>',
      ['template-typed-number 4:4'],
    ],
  ])('%s', (_, text, expected) => expect(check(text)).toEqual(expected));

  it('inside a partial, with the partial’s file, and once however often it is used', () => {
    const problems = checkTemplate(parse('{{> strip}}{{> strip}}'), names({ strip: '<p>\n{{fact exprots}}</p>' }));
    expect(problems.map((p) => [p.code, p.file, p.line, p.column])).toEqual([
      ['template-unknown', 'templates/partials/strip.hbs', 2, 8],
    ]);
  });

  it('in what a partial is given, where it is given', () => {
    const problems = checkTemplate(parse('{{> figure id="scael"}}'), names({ figure: '{{chart id}}' }));
    expect(problems.map((p) => [p.code, p.file, p.line, p.column, p.hint])).toEqual([
      ['template-unknown', 'templates/points/x.hbs', 1, 15, 'Did you mean “scale”?'],
    ]);
  });

  it('in a partial that includes itself', () => {
    const problems = checkTemplate(parse('{{> a}}'), names({ a: '{{> b}}', b: '{{> a}}' }));
    expect(problems.map((p) => [p.code, p.file])).toEqual([['template-partial-loop', 'templates/partials/b.hbs']]);
  });

  it('all at once, in the order of the text', () => {
    expect(check('{{nosuch}} {{cell exprots}}\n{{#heading}}{{#en}}7{{/en}}{{/heading}}')).toEqual([
      'template-unknown 1:3',
      'template-unknown 1:19',
      'template-language-missing 2:1',
      'template-typed-number 2:20',
    ]);
  });

  it('with the nearest known name as a hint', () => {
    const [found] = checkTemplate(parse('{{cell exprots}}'), names());
    expect(found?.hint).toContain('exports');
  });
});

describe('markup that runs or loads', () => {
  it.each([
    ['a script', '<p>\n<script>alert(1)</script>', ['template-active 2:1', 'template-typed-number 2:15']],
    [
      'a handler, also where the tag comes in pieces',
      '<p class="{{project "licence"}}" onclick="x()">',
      ['template-active 1:34'],
    ],
    ['a comment that hides a text', '<p>a</p>\n<!-- <p>b</p> -->', ['template-comment 2:1']],
    ['a number that is read out', '<p title="US$32.4">a</p>', ['template-typed-number 1:14']],
    ['a frame', '<IFRAME src="about:blank"></IFRAME>', ['template-active 1:1', 'template-active 1:9']],
    ['a picture from elsewhere', '<img alt="" src="//example.org/x.png">', ['template-active 1:13']],
    ['a link that is a script', "<a href=' javascript:x'>a</a>", ['template-active 1:4']],
    ['a style that loads', '<p style="background: url(https://example.org/x)">a</p>', ['template-active 1:23']],
    [
      'links, data and words that look alike',
      '<a href="https://example.org/">a</a><img src="data:,"><a href="#on">url(x) onclick= <b>b</b></a>',
      [],
    ],
  ])('%s', (_, text, expected) => expect(check(text)).toEqual(expected));
});

describe('what an edition has', () => {
  it('is checked where it runs, and may name what only another edition has where it does not', () => {
    expect(check('{{#has "plan"}}{{fact target}}{{else}}{{fact exprots}}{{/has}}')).toEqual(['template-unknown 1:46']);
    expect(check('{{#has "scale"}}{{fact exprots}}{{else}}{{fact target}}{{/has}}')).toEqual(['template-unknown 1:24']);
  });

  it('must be a point of some edition, an article or an edition before', () => {
    expect(check('{{#has "paln"}}{{/has}}{{#has "previous"}}{{/has}}{{#has article}}{{/has}}')).toEqual([
      'template-unknown 1:8',
    ]);
  });
});
