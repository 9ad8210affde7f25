/**
 * SDMX-JSON data messages, versions 1.0 and 2.0, with observations by series or flat.
 * Source: SDMX, SDMX-JSON Data Message, https://github.com/sdmx-twg/sdmx-json
 */
import type { Answer, FetchSpec, Figure } from '../model/refresh.ts';
import {
  type Fields,
  fieldsOf,
  isMissing,
  jsonOf,
  listIn,
  numberOf,
  periodOf,
  statusOf,
  textOf,
  Unusable,
} from './read.ts';

interface Dimension {
  readonly id: string;
  readonly codes: readonly string[];
}

const dimensionsIn = (value: unknown): Dimension[] =>
  listIn(value).map((each) => {
    const { id, values } = fieldsOf(each);
    return { id: textOf(id) ?? '', codes: listIn(values).map((one) => textOf(fieldsOf(one).id) ?? textOf(one) ?? '') };
  });

/** `0:3:1` with three dimensions: the code of each. @throws Unusable where an index leads nowhere */
function codesAt(key: string, dimensions: readonly Dimension[]): Map<string, string> {
  const parts = key === '' ? [] : key.split(':');
  return new Map(
    dimensions.map(({ id, codes }, i) => {
      const code = codes[Number(parts[i])];
      if (code === undefined) throw new Unusable(`“${key}” is no place in its dimensions`);
      return [id, code];
    }),
  );
}

/** The figures of a message. @throws Unusable */
export function readSdmxJson(text: string, spec: FetchSpec): Answer {
  const message = fieldsOf(jsonOf(text));
  const errors = listIn(message.errors).map(
    (each) => textOf(fieldsOf(each).title) ?? textOf(fieldsOf(each).detail) ?? '',
  );
  // Version 1.0 has “data”, drafts before it have not; version 2.0 has a list of structures.
  const data = message.data === undefined ? message : fieldsOf(message.data);
  const structure = fieldsOf(listIn(data.structures)[0] ?? data.structure);
  const sets = listIn(data.dataSets);
  if (sets.length === 0) {
    if (errors.length > 0) throw new Unusable(`the publisher says “${errors.join('; ')}”`);
    throw new Unusable('it has no data sets');
  }
  const { series, observation } = fieldsOf(structure.dimensions);
  const [outer, inner] = [dimensionsIn(series), dimensionsIn(observation)];
  const statuses = statusIndex(structure);
  const figures: Figure[] = [];
  const take = (observations: unknown, of: ReadonlyMap<string, string>) => {
    for (const [key, cells] of Object.entries(fieldsOf(observations))) {
      const codes = new Map([...of, ...codesAt(key, inner)]);
      const period = periodOf(codes.get('TIME_PERIOD'));
      const [value, ...attributes] = listIn(cells);
      const status = statuses(attributes);
      if (value === null || value === undefined || isMissing(status)) continue;
      const item = spec.dimension === undefined ? undefined : codes.get(spec.dimension);
      if (spec.dimension !== undefined && item === undefined)
        throw new Unusable(`it has no dimension ${spec.dimension}, only ${[...codes.keys()].join(', ')}`);
      figures.push({ item, period, text: numberOf(value, period), status: statusOf(status) });
    }
  };
  for (const each of sets) {
    const set = fieldsOf(each);
    if (set.observations !== undefined) take(set.observations, new Map());
    for (const [key, one] of Object.entries(fieldsOf(set.series)))
      take(fieldsOf(one).observations, codesAt(key, outer));
  }
  const prepared = textOf(fieldsOf(message.meta ?? message.header).prepared)?.slice(0, 10);
  return { released: prepared, figures };
}

/** Finds OBS_STATUS among the attributes of an observation: indexes into the lists of the structure. */
function statusIndex(structure: Fields): (attributes: readonly unknown[]) => string | undefined {
  const attributes = dimensionsIn(fieldsOf(structure.attributes).observation);
  const at = attributes.findIndex(({ id }) => id === 'OBS_STATUS');
  return (given) => (typeof given[at] === 'number' ? attributes[at]?.codes[given[at] as number] : undefined);
}
