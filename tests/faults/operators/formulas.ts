/** Faults in the formulas of facts: another year, series, item, vintage, function, unit. */
import { type Context, factKey, faultOf } from '../context.ts';
import type { Class, Edit, Fault, Lines } from '../fault.ts';
import { pick } from '../seed.ts';
import { type Token, tokensOf } from '../sites/formulas.ts';
import { replacing, type Value, type YamlFile, yamlFile } from '../sites/yaml.ts';

const YEARS: Readonly<Record<string, string>> = { end: 'prev', prev: 'end', base: 'start', start: 'base' };
/** Functions that take the same arguments and mean something else. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  cagr: 'mean',
  mean: 'sum',
  sum: 'mean',
  compound: 'mean',
  share: 'change',
  change: 'share',
  min: 'max',
  max: 'min',
  highest_year: 'lowest_year',
  lowest_year: 'highest_year',
  rising: 'falling',
  falling: 'rising',
  first_above: 'last_below',
  last_below: 'first_above',
  count_above: 'sum_above',
  sum_above: 'count_above',
  rank_of_ratio: 'rank',
  is_highest: 'run_up',
  run_up: 'is_highest',
};
const OPERATORS: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '>': '<',
  '<': '>',
  '>=': '<',
  '<=': '>',
  '&&': '||',
  '||': '&&',
  '==': '>',
};
const UNITS: Readonly<Record<string, string>> = {
  usd_billion: 'usd_million',
  usd_million: 'usd_billion',
  usd: 'usd_million',
  percent: 'percent_per_year',
  percent_per_year: 'percent',
  percentage_point: 'percent',
  times: 'count',
  count: 'times',
  rank: 'count',
  year: 'count',
  truth: 'count',
  usd_per_person: 'usd',
  person: 'person_million',
  index: 'times',
};

/** The edits of one token of a formula: what a hand may slip to. */
export function slips(
  token: Token,
  tokens: readonly Token[],
  context: Context,
  file: YamlFile,
): { kind: Class; operator: string; to: string }[] {
  const { content, ledger } = context;
  const found: { kind: Class; operator: string; to: string }[] = [];
  const next = tokens[tokens.indexOf(token) + 1];
  const called = file.text[token.end] === '(';
  const add = (kind: Class, operator: string, to: string | undefined) =>
    void (to !== undefined && found.push({ kind, operator, to }));
  if (token.kind === 'operator') add('wrong calculation', 'another operator', OPERATORS[token.text]);
  if (token.kind === 'number') {
    const year = /^(19|20)\d\d$/.test(token.text);
    add(
      year ? 'wrong year' : 'digit swapped',
      year ? 'year in a formula' : 'number in a formula',
      year ? String(Number(token.text) + 1) : `${Number(token.text) + 1}`,
    );
  }
  if (token.kind === 'name' && called) {
    add('wrong calculation', 'another function', FUNCTIONS[token.text]);
    add('unknown reference', 'name of a function misspelt', `${token.text}x`);
  } else if (token.kind === 'name') {
    if (YEARS[token.text] !== undefined) add('wrong year', 'year in a formula', YEARS[token.text]);
    if (token.text === 'year') add('wrong year', 'year in a formula', 'year - 1');
    const series = content.series.get(token.text);
    if (series) {
      const item = next?.kind === 'item' ? next.text : undefined;
      const like = [...content.series.values()].filter(
        ({ id, unit, panel, vintages }) =>
          id !== series.id &&
          unit === series.unit &&
          panel === series.panel &&
          (item === undefined
            ? (vintages[0]?.items.length === 0) === (series.vintages[0]?.items.length === 0)
            : vintages.some((each) => each.items.includes(item))),
      );
      add(
        'wrong row',
        'another series of the same unit',
        pick(
          like.map(({ id }) => id),
          'series',
          file.file,
          token.start,
        ),
      );
      add('unknown reference', 'name of a series misspelt', `${token.text.slice(0, 2)}${token.text.slice(3)}`);
    }
    if (ledger.names.includes(token.text) && !series) {
      add(
        'wrong row',
        'another fact of the same unit in a formula',
        context.otherFact(token.text, file.file, token.start),
      );
      add(
        'unknown reference',
        'name of a fact misspelt in a formula',
        `${token.text.slice(0, 2)}${token.text.slice(3)}`,
      );
    }
  }
  if (token.kind === 'item') {
    const owner = tokens.slice(0, tokens.indexOf(token)).findLast(({ kind }) => kind === 'name');
    const items = content.series.get(owner?.text ?? '')?.vintages.flatMap((each) => each.items) ?? [];
    add(
      'wrong row',
      'another item of the series',
      pick(
        [...new Set(items)].filter((item) => item !== token.text),
        'item',
        file.file,
        token.start,
      ),
    );
    add('unknown reference', 'name of an item misspelt', `${token.text}x`);
  }
  if (token.kind === 'text') {
    const owner = tokens.slice(0, tokens.indexOf(token)).findLast(({ kind }) => kind === 'name');
    const vintages = content.series.get(owner?.text ?? '')?.vintages.map(({ id }) => id) ?? [];
    add(
      'wrong vintage or source',
      'another vintage in a formula',
      pick(
        vintages.filter((id) => id !== token.text),
        'vintage',
        file.file,
        token.start,
      ),
    );
    add('unknown reference', 'text in a formula misspelt', `${token.text}x`);
  }
  return found;
}

/** The arguments of each call with two of them, exchanged. */
export function exchanged(value: Value, file: YamlFile): { edit: Edit; change: string }[] {
  const written = file.text.slice(value.start, value.end);
  return [
    ...written.matchAll(
      /\b(share|change|grow|contribution|part|years|rank_of_ratio|first_above|last_below)\(([^(),]+), ([^(),]+)/g,
    ),
  ].map((found) => {
    const [whole, name = '', a = '', b = ''] = found;
    const start = value.start + found.index + name.length + 1;
    return {
      edit: { file: file.file, start, end: value.start + found.index + whole.length, text: `${b}, ${a}` },
      change: `${name}(${a}, ${b}) → ${name}(${b}, ${a})`,
    };
  });
}

/** Every slip in one formula. */
export function formulaFaults(value: Value, block: Lines, file: YamlFile, context: Context): Fault[] {
  const tokens = tokensOf(file, value);
  const at = { file: file.file, line: value.line };
  const faults = tokens.flatMap((token) =>
    slips(token, tokens, context, file).map(({ kind, operator, to }) =>
      faultOf(kind, operator, at, `${token.text} → ${to}`, [replacing(file, token, to)], [block]),
    ),
  );
  for (const { edit, change } of exchanged(value, file))
    faults.push(faultOf('wrong calculation', 'arguments exchanged', at, change, [edit], [block]));
  return faults;
}

/** Every fault in every fact that is in use: of data/facts, and those that an edition says otherwise. */
export function formulas(context: Context): Fault[] {
  const faults: Fault[] = [];
  for (const path of [...context.files.keys()].filter((name) => /^data\/(?:facts|editions)\//.test(name)).sort()) {
    const file = yamlFile(context.files, path);
    const above = path.startsWith('data/editions/') ? ['facts'] : [];
    for (const value of file.values) {
      if (above.some((step, i) => value.path[i] !== step)) continue;
      const [name = '', key] = value.path.slice(above.length).map(String);
      if (!context.used.facts.has(factKey(path, name))) continue;
      faults.push(...ofFact(file, value, file.lines([...above, name]), { name, key }, context));
    }
  }
  return faults;
}

/** Every slip in one line of a fact. */
function ofFact(
  file: YamlFile,
  value: Value,
  block: Lines,
  { name, key }: { readonly name: string; readonly key: string | undefined },
  context: Context,
): Fault[] {
  const at = { file: file.file, line: value.line };
  const put = (
    kind: Class,
    operator: string,
    what: string,
    to: string,
    place: { start: number; end: number } = value,
  ) => faultOf(kind, operator, at, `${name}: ${what} → ${to}`, [replacing(file, place, to)], [block]);
  const written = String(value.value);
  if (key === 'is') return formulaFaults(value, block, file, context);
  if (key === 'each') {
    return tokensOf(file, value).flatMap((token) => {
      const next = token.kind === 'number' ? String(Number(token.text) + 1) : undefined;
      const to = token.kind === 'name' ? YEARS[token.text] : next;
      return to === undefined ? [] : [put('wrong year', 'years of a family', token.text, to, token)];
    });
  }
  if (key === 'unit') {
    const to = UNITS[written];
    return to === undefined ? [] : [put('wrong unit or scale', 'unit of a fact', written, to)];
  }
  if (key === 'decimals')
    return [put('wrong rounding', 'decimals of a fact', written, String(written === '0' ? 1 : Number(written) - 1))];
  if (key === 'status')
    return [put('wrong unit or scale', 'status mark of a fact', written, written === 'e' ? 'p' : 'e')];
  return [];
}
