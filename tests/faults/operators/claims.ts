/** Faults in claims: what the article stated, how it is checked, what came of it. */

import { VERDICTS } from '../../../src/model/ledger.ts';
import { type Context, faultOf } from '../context.ts';
import type { Class, Fault } from '../fault.ts';
import { mistyped, pick, swapped } from '../seed.ts';
import { replacing, withoutEntry, type YamlFile, yamlFile } from '../sites/yaml.ts';
import { formulaFaults } from './formulas.ts';
import { phraseFaults } from './phrases.ts';

function ofFile(file: YamlFile, context: Context): Fault[] {
  const faults: Fault[] = [];
  const { edition } = context.content;
  const stated = edition.stated.map(({ name }) => name);
  for (const value of file.values) {
    const path = value.path.map(String);
    const [part, second = '', key = ''] = path;
    const entry = part === 'stated' ? value.path.slice(0, 2) : value.path.slice(0, 2);
    const block = file.lines(part === 'article' ? ['article'] : entry);
    const written = file.text.slice(value.start, value.end);
    const add = (kind: Class, operator: string, to: string | undefined) => {
      if (to !== undefined && to !== written)
        faults.push(
          faultOf(
            kind,
            operator,
            { file: file.file, line: value.line },
            `${path.join('.')}: ${written} → ${to}`,
            [replacing(file, value, to)],
            [block],
          ),
        );
    };
    if (part === 'article') {
      const sources = [...context.content.sources.keys()].filter((id) => id !== value.value);
      add('wrong vintage or source', 'another source of the article', pick(sources, 'article'));
      add('unknown reference', 'source of the article misspelt', `${written}x`);
    }
    if (part === 'stated') {
      if (key === 'value') {
        add('digit swapped', 'two digits of a stated figure swapped', swapped(written, second));
        add('digit swapped', 'one digit of a stated figure wrong', mistyped(written, second));
        add(
          'wrong unit or scale',
          'stated figure ten times as large',
          String(Number((Number(value.value) * 10).toPrecision(12))),
        );
      }
      if (key === 'unit')
        add(
          'wrong unit or scale',
          'unit of a stated figure',
          {
            usd_billion: 'usd_million',
            usd_million: 'usd_billion',
            percent: 'percent_per_year',
            percent_per_year: 'percent',
            rank: 'count',
            count: 'rank',
            times: 'count',
            year: 'count',
            usd_per_person: 'usd',
          }[written],
        );
      if (key === 'decimals') add('wrong rounding', 'decimals of a stated figure', String(Number(written) + 1));
      if (key === 'years')
        add(
          'wrong year',
          'years of a stated figure',
          { end: 'prev', base: 'start', start: 'base' }[written] ??
            (/^\d{4}$/.test(written) ? String(Number(written) + 1) : 'prev'),
        );
    }
    if (part !== 'claims') continue;
    const id = String(
      file.values.find(({ path: [p, i, k] }) => p === 'claims' && String(i) === second && k === 'id')?.value ?? second,
    );
    if (key === 'point')
      add(
        'wrong row',
        'claim under another point',
        pick(
          edition.points.map((point) => point.id).filter((point) => point !== written),
          'point',
          id,
        ),
      );
    if (key === 'strip')
      add('wrong claim', 'claim taken out of its strip, or put into it', value.value === true ? 'false' : 'true');
    if (key === 'verdict')
      add(
        'wrong claim',
        'recorded verdict changed',
        pick(
          VERDICTS.filter((verdict) => verdict !== written),
          'verdict',
          id,
        ),
      );
    if (['text', 'stated', 'recomputed', 'basis'].includes(key))
      faults.push(...phraseFaults(file, value, block, context, path[3]));
    if (key !== 'checks') continue;
    const what = path.at(-1) ?? '';
    if (['compare', 'holds', 'recomputed'].includes(path[4] ?? '') && path.length === 5)
      faults.push(...formulaFaults(value, block, file, context));
    if (what === 'with') {
      const own = edition.stated.find(({ name }) => name === written);
      const like = edition.stated
        .filter(({ name, unit }) => name !== written && unit === own?.unit)
        .map(({ name }) => name);
      add(
        'wrong row',
        'compared with another stated figure',
        pick(like, 'with', id) ??
          pick(
            stated.filter((name) => name !== written),
            'with',
            id,
          ),
      );
      add('unknown reference', 'name of a stated figure misspelt', `${written}x`);
    }
    if (what === 'within' || what === 'close') {
      add('digit swapped', 'tolerance ten times as large', String(Number((Number(value.value) * 10).toPrecision(12))));
      add('digit swapped', 'tolerance a tenth as large', String(Number((Number(value.value) / 10).toPrecision(12))));
    }
    if (what === 'decides') add('wrong claim', 'check decides, or does not', value.value === true ? 'false' : 'true');
  }
  edition.claims.forEach((claim, i) => {
    const lines = file.lines(['claims', i]);
    const edit = withoutEntry(file, ['claims', i]);
    // The claim is gone: the error stands at the one before it or behind it.
    const [above, below] = [file.lines(['claims', Math.max(0, i - 1)]), file.lines(['claims', i + 1])];
    const height = lines.last - lines.first + 1;
    const end = i + 1 < edition.claims.length ? below.last : lines.last;
    const near = {
      file: file.file,
      first: i === 0 ? lines.first : above.first,
      last: Math.max(lines.first, end - height),
    };
    if (edit) {
      // With the dash before it.
      const dash = file.text.lastIndexOf('\n', edit.start - 2) + 1;
      const whole = file.text.slice(dash, edit.start).includes('-') ? { ...edit, start: dash } : edit;
      faults.push(
        faultOf(
          'missing part',
          'claim left out',
          { file: file.file, line: lines.first },
          `${claim.id} left out`,
          [whole],
          [near],
        ),
      );
    }
    claim.checks.forEach((_, j) => {
      const check = file.lines(['claims', i, 'checks', j]);
      const cut = withoutEntry(file, ['claims', i, 'checks', j]);
      if (cut && claim.checks.length > 1)
        faults.push(
          faultOf(
            'missing part',
            'check of a claim left out',
            { file: file.file, line: check.first },
            `${claim.id} check ${j + 1} left out`,
            [cut],
            [{ ...lines, last: lines.last - 1 }],
          ),
        );
    });
  });
  return faults;
}

/** Every fault in the claims of every edition. */
export const claims = (context: Context): Fault[] =>
  [...context.home]
    .filter((path) => path.startsWith('data/claims/'))
    .sort()
    .flatMap((path) => ofFile(yamlFile(context.files, path), context));
