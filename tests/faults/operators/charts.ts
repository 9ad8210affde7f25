/** Faults in what charts draw: another family, fact, name, year or label. Looks are no faults. */
import { type Context, faultOf } from '../context.ts';
import type { Class, Fault, Lines } from '../fault.ts';
import { pick } from '../seed.ts';
import { replacing, type Value, withoutEntry, type YamlFile, yamlFile } from '../sites/yaml.ts';
import { otherYear } from './template-texts.ts';

const LABELS = ['label', 'year_label', 'name', 'period_label'];

function ofFile(file: YamlFile, context: Context): Fault[] {
  const faults: Fault[] = [];
  const { content, ledger } = context;
  const phrases = [...(content.locales.get(context.languages[0] ?? '')?.phrases.keys() ?? [])].filter((key) =>
    key.startsWith('chart.'),
  );
  const add = (kind: Class, operator: string, value: Value, to: string | undefined, block: Lines): void => {
    const written = file.text.slice(value.start, value.end);
    if (to !== undefined && to !== written)
      faults.push(
        faultOf(
          kind,
          operator,
          { file: file.file, line: value.line },
          `${value.path.slice(-3).join('.')}: ${written} → ${to}`,
          [replacing(file, value, to)],
          [block],
        ),
      );
  };
  for (const value of file.values) {
    const path = value.path.map(String);
    const key = path.at(-1) ?? '';
    const inBrief = path[0] === 'usermeta' && path[1] === 'brief';
    const dataset = inBrief && path[2] === 'datasets';
    const row = path.indexOf('rows');
    const block = dataset
      ? file.lines(row > 0 ? value.path.slice(0, row + 2) : value.path.slice(0, 4))
      : path[0] === 'layer'
        ? file.lines(value.path.slice(0, 2))
        : file.lines(value.path.slice(0, 3));
    const written = String(value.value);
    if (dataset) {
      if (key === 'family' || path.at(-2) === 'families') {
        add('wrong row', 'another family in a chart', value, context.otherFact(written, file.file, value.start), block);
        add('unknown reference', 'name of a family misspelt in a chart', value, `${written}x`, block);
      }
      const names = ledger.names.includes(written.split('.')[0] ?? '');
      if ((key === 'fact' || path.includes('with')) && names) {
        add(
          'wrong row',
          path.includes('with') ? 'another fact beside a mark' : 'another fact in a chart',
          value,
          context.otherFact(written, file.file, value.start),
          block,
        );
        add(
          'unknown reference',
          'name of a fact misspelt in a chart',
          value,
          `${written.split('.')[0]}x${written.includes('.') ? `.${written.split('.')[1]}` : ''}`,
          block,
        );
        const year = written.split('.')[1];
        const other = year === undefined ? undefined : otherYear(year);
        if (other !== undefined && ledger.find(written.split('.')[0] ?? '', other))
          add('wrong year', 'year of a fact in a chart', value, `${written.split('.')[0]}.${other}`, block);
      }
      if (key === 'term') {
        add(
          'wrong name',
          'another term in a chart',
          value,
          pick(
            [...content.terms.keys()].filter((id) => id !== written),
            'term',
            file.file,
            value.start,
          ),
          block,
        );
        add('unknown reference', 'name of a term misspelt in a chart', value, `${written}x`, block);
      }
      if (key === 'name' && /^\w+(\.\w+)?$/.test(written)) {
        const own = phrases.filter(
          (each) =>
            each.split('.')[1] === file.file.split('/').at(-1)?.replace('.yaml', '') || each.split('.')[1] === 'common',
        );
        const other = pick(
          own.map((each) => each.split('.').slice(-1)[0] ?? '').filter((each) => each !== written && each !== 'alt'),
          'name',
          file.file,
          value.start,
        );
        add('wrong name', 'another phrase in a chart', value, other, block);
        add('unknown reference', 'name of a phrase misspelt in a chart', value, `${written}x`, block);
      }
      if (path.includes('years')) {
        const range = /^(\w+)\.\.(\w+)$/.exec(written);
        if (range)
          add('wrong year', 'years of a chart', value, `${otherYear(range[1] ?? '') ?? range[1]}..${range[2]}`, block);
        else if (otherYear(written) !== undefined)
          add('wrong year', 'years of a chart', value, otherYear(written), block);
      }
      if (key === 'sort')
        add(
          'wrong calculation',
          'order of a chart',
          value,
          written === 'descending' ? 'ascending' : 'descending',
          block,
        );
    }
    if (key === 'field' && path.includes('text')) {
      add(
        'wrong row',
        'another field as label',
        value,
        pick(
          LABELS.filter((each) => each !== written),
          'field',
          file.file,
          value.start,
        ),
        block,
      );
      add('unknown reference', 'name of a field misspelt', value, `${written}x`, block);
    }
    if (key === 'field' && (path.includes('y') || path.includes('x')) && !path.includes('text'))
      add('wrong row', 'another field as position', value, written === 'value' ? 'year' : 'value', block);
    if (key === 'name' && path.at(-2) === 'data') {
      const datasets = Object.keys(
        (
          content.charts.get(file.file.split('/').at(-1)?.replace('.yaml', '') ?? '')?.placed.value as {
            usermeta?: { brief?: { datasets?: object } };
          }
        )?.usermeta?.brief?.datasets ?? {},
      );
      add(
        'wrong row',
        'another dataset in a layer',
        value,
        pick(
          datasets.filter((each) => each !== written),
          'dataset',
          file.file,
          value.start,
        ),
        block,
      );
    }
  }
  faults.push(...scales(file));
  const seen = new Set<string>();
  for (const value of file.values) {
    const row = value.path.indexOf('rows');
    if (row < 0) continue;
    const path = value.path.slice(0, row + 2);
    if (seen.has(JSON.stringify(path))) continue;
    seen.add(JSON.stringify(path));
    const cut = withoutEntry(file, path);
    const lines = file.lines(value.path.slice(0, row + 1));
    if (cut)
      faults.push(
        faultOf(
          'missing part',
          'row of a chart left out',
          { file: file.file, line: value.line },
          `${path.slice(3).join('.')} left out`,
          [cut],
          [{ ...lines, last: Math.max(lines.first, lines.last - 1) }],
        ),
      );
  }
  return faults;
}

/** The same figures under another scale, or with other words at the axis. */
function scales(file: YamlFile): Fault[] {
  const said: Readonly<Record<string, string>> = {
    'scale turned round': 'scale: { reverse: true }',
    'scale bent': 'scale: { type: sqrt }',
    'scale that does not begin at zero': 'scale: { zero: false }',
    'words at an axis': `axis: { labelExpr: "datum.label + '0'" }`,
  };
  return file.values.flatMap((value) => {
    const channel = value.path.at(-2);
    const quantitative = value.path.at(-1) === 'type' && value.value === 'quantitative';
    if (!quantitative || (channel !== 'x' && channel !== 'y')) return [];
    const block = file.lines(value.path.slice(0, value.path[0] === 'layer' ? 2 : -1));
    const known = file.values.filter(
      ({ path }) => JSON.stringify(path.slice(0, -2)) === JSON.stringify(value.path.slice(0, -1)),
    );
    return Object.entries(said).flatMap(([operator, written]) => {
      // A key twice would be another fault.
      if (known.some(({ path }) => path.at(-2) === written.split(':')[0])) return [];
      const flow = file.text.slice(value.end).match(/^[^\n]*\}/);
      if (!flow) return [];
      const edit = { file: file.file, start: value.end, end: value.end, text: `, ${written}` };
      return [
        faultOf('wrong unit or scale', operator, { file: file.file, line: value.line }, written, [edit], [block]),
      ];
    });
  });
}

/** Every fault in every chart. */
export const charts = (context: Context): Fault[] =>
  [...context.home]
    .filter((path) => /^templates\/(editions\/[^/]+\/)?charts\/[^/]+\.yaml$/.test(path))
    .sort()
    .flatMap((path) => ofFile(yamlFile(context.files, path), context));
