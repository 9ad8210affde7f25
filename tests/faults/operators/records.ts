/** Faults in what stands around figures: units and sources of series, sources, lists, the edition itself. */
import { type Context, faultOf } from '../context.ts';
import type { Class, Fault, Lines } from '../fault.ts';
import { pick } from '../seed.ts';
import { replacing, type Value, withoutEntry, type YamlFile, yamlFile } from '../sites/yaml.ts';
import { otherYear } from './template-texts.ts';

type Add = (kind: Class, operator: string, value: Value, to: string | undefined, blocks: readonly Lines[]) => void;

const adder =
  (file: YamlFile, faults: Fault[]): Add =>
  (kind, operator, value, to, blocks) => {
    const written = file.text.slice(value.start, value.end);
    if (to === undefined || to === written) return;
    faults.push(
      faultOf(
        kind,
        operator,
        { file: file.file, line: value.line },
        `${value.path.join('.')}: ${written} → ${to}`,
        [replacing(file, value, to)],
        blocks,
      ),
    );
  };

/** A later year in a date or a release, written as it was. */
const later = (written: string): string => written.replace(/\d{4}/, (year) => String(Number(year) + 1));

const UNITS: Readonly<Record<string, string>> = {
  usd_billion: 'usd_million',
  usd_million: 'usd_billion',
  usd: 'usd_million',
  percent: 'index',
  index: 'percent',
  person: 'person_million',
  count: 'percent',
  times: 'percent',
  usd_per_person: 'usd',
};

/** Only series that a fact of an edition reads. */
function series(context: Context): Fault[] {
  const faults: Fault[] = [];
  const read = new Set(
    context.variant.editions.flatMap(({ draft }) =>
      [...draft.ledger.facts.values()].flatMap((fact) =>
        fact.inputs.flatMap((input) => ('cell' in input ? [`${input.cell.series}@${input.cell.vintage}`] : [])),
      ),
    ),
  );
  for (const one of context.content.series.values()) {
    if (!context.used.series.has(one.id)) continue;
    const file = yamlFile(context.files, `data/series/${one.id}.yaml`);
    const add = adder(file, faults);
    for (const value of file.values) {
      const [head, i, key] = value.path.map(String);
      const written = file.text.slice(value.start, value.end);
      if (head === 'unit')
        add('wrong unit or scale', 'unit of a series', value, UNITS[written], [file.lines(['unit'])]);
      const vintage = one.vintages[Number(i)];
      if (head !== 'vintages' || !vintage || !read.has(`${one.id}@${vintage.id}`)) continue;
      const block = [file.lines(['vintages', Number(i)])];
      if (key === 'source') {
        add(
          'wrong vintage or source',
          'another source of a vintage',
          value,
          pick(
            [...context.content.sources.keys()].filter((id) => id !== written),
            'source',
            file.file,
            value.start,
          ),
          block,
        );
        add('unknown reference', 'name of a source misspelt', value, `${written}x`, block);
      }
      if (key === 'published')
        add('wrong vintage or source', 'release of a vintage a year later', value, later(written), block);
      if (key === 'id' && value.path.length === 3)
        add(
          'unknown reference',
          'name of a vintage changed',
          value,
          written.startsWith('"') ? `"${written.slice(1, -1)}x"` : `${written}x`,
          [...block, ...formulasWith(one.id, context)],
        );
      if (key === 'status' || key === 'marks') {
        add('wrong unit or scale', 'status mark of figures changed', value, written === 'e' ? 'p' : 'e', block);
        const cut = withoutEntry(file, value.path);
        if (cut)
          faults.push(
            faultOf(
              'missing part',
              'status mark of figures left out',
              { file: file.file, line: value.line },
              `${value.path.join('.')} left out`,
              [cut],
              block,
            ),
          );
      }
      if (key === 'table') {
        const tables = [...context.files.keys()]
          .filter((path) => path.startsWith('data/panels/'))
          .map((path) => path.slice('data/'.length));
        add(
          'wrong row',
          'another table of a panel',
          value,
          pick(
            tables.filter((path) => path !== written),
            'table',
            file.file,
          ),
          block,
        );
      }
    }
  }
  return faults;
}

/** The lines of formulas and editions that name a series: where an unknown vintage is told. */
function formulasWith(series: string, context: Context): Lines[] {
  return [...context.files].flatMap(([file, text]) =>
    /^data\/(facts|claims|editions)\//.test(file)
      ? text
          .split('\n')
          .flatMap((line, i) => (new RegExp(`\\b${series}\\b`).test(line) ? [{ file, first: i + 1, last: i + 1 }] : []))
      : [],
  );
}

/** Dates, licences, certainty of sources that a fact rests on. */
function sources(context: Context): Fault[] {
  const faults: Fault[] = [];
  const file = yamlFile(context.files, 'data/sources.yaml');
  const add = adder(file, faults);
  for (const value of file.values) {
    const [id = '', key] = value.path.map(String);
    if (!context.used.sources.has(id)) continue;
    const block = [file.lines([id])];
    const written = file.text.slice(value.start, value.end);
    if (key === 'published' || key === 'retrieved')
      add('wrong vintage or source', `a year later: ${key} of a source`, value, later(written), block);
    if (key === 'certainty')
      add('wrong vintage or source', 'certainty of a source', value, written === 'A' ? 'P' : 'A', block);
  }
  return faults;
}

function lists(context: Context): Fault[] {
  const faults: Fault[] = [];
  const file = yamlFile(context.files, 'data/lists.yaml');
  const add = adder(file, faults);
  for (const value of file.values) {
    const [id = '', key] = value.path.map(String);
    const block = [file.lines([id])];
    const written = file.text.slice(value.start, value.end);
    if (key === 'members') {
      const members = context.content.lists.get(id)?.members ?? [];
      const economies = [...context.content.series.values()].find(({ panel }) => panel)?.vintages[0]?.items ?? [];
      add(
        'wrong row',
        'another member of a list',
        value,
        pick(
          economies.filter((code) => !members.includes(code)),
          'member',
          id,
          written,
        ),
        block,
      );
      const line = { start: file.text.lastIndexOf('\n', value.start) + 1, end: file.text.indexOf('\n', value.end) + 1 };
      if (file.text.slice(line.start, value.start).trim() === '-') {
        faults.push(
          faultOf(
            'missing part',
            'member of a list left out',
            { file: file.file, line: value.line },
            `${id}: ${written} left out`,
            [{ file: file.file, ...line, text: '' }],
            [{ file: file.file, first: block[0]?.first ?? 1, last: (block[0]?.last ?? 1) - 1 }],
          ),
        );
      }
    }
    if (key === 'source')
      add(
        'wrong vintage or source',
        'another source of a list',
        value,
        pick(
          [...context.content.sources.keys()].filter((name) => name !== written),
          'list source',
          id,
        ),
        block,
      );
  }
  return faults;
}

function editions(context: Context): Fault[] {
  const faults: Fault[] = [];
  for (const path of [`data/editions/${context.edition}.yaml`]) {
    const file = yamlFile(context.files, path);
    const add = adder(file, faults);
    const points = file.values.filter(({ path: [head] }) => head === 'points');
    for (const value of file.values) {
      const [head, key] = value.path.map(String);
      const block = [file.lines(value.path.slice(0, head === 'window' ? 2 : head === 'vintages' ? 2 : 1))];
      const written = file.text.slice(value.start, value.end);
      if (head === 'window') add('wrong year', `window of an edition, ${key}`, value, otherYear(written), block);
      if (head === 'previous') {
        const others = context.variant.editions.map(({ id }) => id).filter((id) => id !== value.value);
        const other = pick(others, 'previous', path);
        add('wrong year', 'edition before', value, other === undefined ? undefined : `"${other}"`, block);
        add('unknown reference', 'edition before misspelt', value, `"${String(value.value)}9"`, block);
      }
      if (head === 'series') {
        const own = context.content.series.get(String(value.value));
        const like = [...context.content.series.values()].filter(
          ({ id, unit, panel }) => id !== own?.id && id !== key && unit === own?.unit && panel === own.panel,
        );
        const other = pick(
          like.map(({ id }) => id),
          'series',
          path,
          key ?? '',
        );
        add('wrong row', 'another series read in place of one', value, other, [
          ...block,
          ...formulasWith(key ?? '', context),
        ]);
        add('unknown reference', 'series read in place of one misspelt', value, `${written}x`, block);
      }
      if (head === 'date') add('wrong year', 'date of an edition', value, later(written), block);
      if (head === 'vintages') {
        const known = context.content.series.get(key ?? '')?.vintages.map(({ id }) => id) ?? [];
        const other = pick(
          known.filter((id) => id !== value.value),
          'pin',
          path,
          key ?? '',
        );
        add(
          'wrong vintage or source',
          'another vintage of an edition',
          value,
          other === undefined ? undefined : `"${other}"`,
          block,
        );
        add('unknown reference', 'vintage of an edition misspelt', value, `"${String(value.value)}x"`, block);
        const cut = withoutEntry(file, value.path);
        const all = file.lines(['vintages']);
        const formulas = formulasWith(key ?? '', context).filter((lines) => lines.file.startsWith('data/facts/'));
        if (cut)
          faults.push(
            faultOf(
              'missing part',
              'vintage of an edition left out',
              { file: path, line: value.line },
              `${key} left out`,
              [cut],
              [{ ...all, last: all.last - 1 }, ...formulas],
            ),
          );
      }
    }
    points.forEach((value, i) => {
      const next = points[i + 1];
      const block = [file.lines(['points'])];
      if (next) {
        const [a, b] = [file.text.slice(value.start, value.end), file.text.slice(next.start, next.end)];
        faults.push(
          faultOf(
            'wrong row',
            'two points exchanged',
            { file: path, line: value.line },
            `${a} ↔ ${b}`,
            [replacing(file, value, b), replacing(file, next, a)],
            block,
          ),
        );
      }
      add('unknown reference', 'name of a point misspelt', value, `${file.text.slice(value.start, value.end)}x`, block);
    });
  }
  return faults;
}

/** Every fault around the figures. */
export const records = (context: Context): Fault[] => [
  ...series(context),
  ...sources(context),
  ...(context.first ? lists(context) : []),
  ...editions(context),
];
