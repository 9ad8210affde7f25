/** Faults between the texts of templates: cells of tables, charts, lists, links, which stand once for all languages. */
import { type Context, faultOf } from '../context.ts';
import type { Class, Edit, Fault } from '../fault.ts';
import { pick, swapped } from '../seed.ts';
import type { Argument, Call, Template } from '../sites/templates.ts';
import { factOf, otherYear, yearIn } from './template-texts.ts';

const put = (file: string, { start, end }: { start: number; end: number }, text: string): Edit => ({
  file,
  start,
  end,
  text,
});
const quoted = ({ written }: Argument, text: string): string => (written.startsWith('"') ? `"${text}"` : text);

function ofCall(call: Call, { files, ...context }: Context): Fault[] {
  const { file } = call;
  const faults: Fault[] = [];
  const add = (kind: Class, operator: string, change: string, edit: Edit) =>
    void faults.push(faultOf(kind, operator, call, change, [edit], [call.block]));
  const fact = factOf(call);
  const year = fact && yearIn(fact);
  if (fact && !['vintage', 'period'].includes(call.helper)) {
    const other = context.otherFact(fact.written, file, call.start);
    if (other !== undefined)
      add('wrong row', 'another fact in a shared cell', `${fact.written} → ${other}`, put(file, fact, other));
    const misspelt = `${fact.written.slice(0, 3)}${fact.written.slice(4)}`;
    if (
      context.ledger.find(fact.written.split('.')[0] ?? '') ||
      context.ledger.family(fact.written.split('.')[0] ?? '').length > 0
    ) {
      add(
        'unknown reference',
        'name of a fact misspelt in a shared cell',
        `${fact.written} → ${misspelt}`,
        put(file, fact, misspelt),
      );
    }
    if (year) {
      const wrong = otherYear(year.written);
      if (wrong !== undefined)
        add('wrong year', 'year of a fact in a shared cell', `${fact.written} → .${wrong}`, put(file, year, wrong));
    }
    const printed = context.printed(call, context.languages[0] ?? '');
    if (printed !== undefined && /\d/.test(printed)) {
      add(
        'stale number',
        'number typed into a shared cell',
        `${fact.written} → “${printed}”`,
        put(file, call, printed),
      );
      add(
        'digit swapped',
        'number typed into a shared cell with two digits swapped',
        `${fact.written} → “${swapped(printed, file, call.start)}”`,
        put(file, call, swapped(printed, file, call.start)),
      );
    }
  }
  call.arguments.forEach((given, i) => {
    const { option, written } = given;
    const isYear =
      call.helper === 'cell'
        ? i === 1 && option === undefined
        : ['year', 'span', 'each_year'].includes(call.helper) && option === undefined;
    const wrong = isYear ? otherYear(written) : undefined;
    if (wrong !== undefined)
      add(
        'wrong year',
        'year of a shared cell, head or list',
        `${call.helper} ${written} → ${wrong}`,
        put(file, given, wrong),
      );
    if (option === 'decimals')
      add(
        'wrong rounding',
        'decimals of a shared cell',
        `${written} → ${Number(written) + 1}`,
        put(file, given, String(Number(written) + 1)),
      );
    const chart = written.replace(/"/g, '');
    if (
      context.content.charts.has(chart) &&
      (call.kind === 'partial' || ['chart', 'source', 'numbers'].includes(call.helper))
    ) {
      const other = pick(
        [...context.content.charts.keys()].filter((id) => id !== chart),
        'chart',
        file,
        call.start,
        i,
      );
      if (other !== undefined)
        add('wrong row', 'another chart', `${chart} → ${other}`, put(file, given, quoted(given, other)));
      add(
        'unknown reference',
        'name of a chart misspelt',
        `${chart} → ${chart}x`,
        put(file, given, quoted(given, `${chart}x`)),
      );
    }
    const points = context.content.edition.points.map(({ id }) => id);
    if (
      option !== undefined &&
      ['points', 'point', 'only', 'to'].includes(option) &&
      points.includes(chart.split(' ')[0] ?? '')
    ) {
      const other = pick(
        points.filter((id) => !chart.split(' ').includes(id)),
        'point',
        file,
        call.start,
        i,
      );
      if (other !== undefined)
        add('wrong row', 'another point', `${option} ${chart} → ${other}`, put(file, given, quoted(given, other)));
    }
    if (option === undefined && ['page', 'section'].includes(call.helper) && points.includes(chart)) {
      const other = pick(
        points.filter((id) => id !== chart),
        'section',
        file,
        call.start,
        i,
      );
      if (other !== undefined)
        add('wrong row', 'another section', `${chart} → ${other}`, put(file, given, quoted(given, other)));
    }
    if (
      ['term', 'say', 'claim_text', 'project'].includes(call.helper) &&
      (written.startsWith('"') || ['term', 'say'].includes(call.helper))
    ) {
      const names: Readonly<Record<string, readonly string[]>> = {
        term: [...context.content.terms.keys()],
        say: [...(context.content.locales.get(context.languages[0] ?? '')?.phrases.keys() ?? [])],
        claim_text: ['text', 'stated', 'recomputed', 'basis'],
        project: ['publisher', 'disclaimer', 'contact', 'licence'],
      };
      const other = pick(
        (names[call.helper] ?? []).filter((name) => name !== chart),
        'name',
        file,
        call.start,
        i,
      );
      if (other !== undefined)
        add(
          'wrong name',
          'another term, phrase or field',
          `${chart} → ${other}`,
          put(file, given, quoted(given, other)),
        );
    }
    if (call.helper === 'each_term') {
      const words = chart.split(/\s+/);
      const other = pick(
        [...context.content.terms.keys()].filter((name) => !words.includes(name)),
        'term',
        file,
        call.start,
        i,
      );
      if (other !== undefined)
        add(
          'wrong name',
          'another term in a list',
          `${words[0]} → ${other}`,
          put(file, given, quoted(given, [other, ...words.slice(1)].join(' '))),
        );
    }
  });
  if (call.helper === 'main_point') return faults;
  if (
    ['chart', 'numbers', 'source', 'cell', 'fact', 'strip', 'figure'].includes(call.helper) &&
    call.kind !== 'block'
  ) {
    add(
      'missing part',
      'shared number, chart or table left out',
      `${call.helper} ${call.arguments[0]?.written ?? ''} left out`,
      put(file, call, ''),
    );
  }
  if (call.helper === 'status') {
    const given = call.arguments[0];
    if (given)
      add(
        'wrong unit or scale',
        'another status mark',
        `${given.written} → r`,
        put(file, given, quoted(given, given.written.includes('r') ? 'e' : 'r')),
      );
  }
  return faults;
}

/** Where a main point leads: an option of a block that holds texts. */
function links(template: Template, context: Context): Fault[] {
  const points = context.content.edition.points.map(({ id }) => id);
  return template.texts.flatMap((text) => {
    const head = /^\{\{#main_point to="?(\w+)"?/.exec(template.text.slice(text.start));
    const to = head?.[1];
    const other = pick(
      points.filter((id) => id !== to),
      'to',
      template.file,
      text.start,
    );
    if (!head || to === undefined || other === undefined) return [];
    const start = text.start + head[0].lastIndexOf(to);
    return [
      faultOf(
        'wrong row',
        'link to another point',
        { file: template.file, line: text.lines.first },
        `${to} → ${other}`,
        [put(template.file, { start, end: start + to.length }, other)],
        [text.lines],
      ),
    ];
  });
}

/** Every fault between the texts of every template. */
export const templateShared = (context: Context): Fault[] =>
  context.templates.flatMap((template) => [
    ...template.between.flatMap((call) => ofCall(call, context)),
    ...links(template, context),
  ]);
