/** The real project, its records of acceptance made in memory, and what the line makes of it untouched. */
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { chart } from '../../src/chart/chart.ts';
import { derive } from '../../src/derive/derive.ts';
import { journal } from '../../src/journal.ts';
import { type Loaded, load } from '../../src/load/load.ts';
import { acceptable, type Draft, draft, type Request } from '../../src/pipeline.ts';
import type { Problem } from '../../src/problem.ts';
import { readProject } from '../../src/world/files.ts';
import { readFonts } from '../../src/world/fonts.ts';
import { makeWorld, usedFonts, type World } from '../../src/world/world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One edition of the project as it stands. */
export interface Edition {
  readonly id: string;
  readonly draft: Draft;
}

/** The project as it is kept, or with less to guard it. */
export interface Variant {
  readonly files: ReadonlyMap<string, string>;
  readonly loaded: Loaded;
  readonly editions: readonly Edition[];
  /** What the untouched project is told: errors and warnings. Empty, or the corpus means nothing. */
  readonly alarms: readonly Problem[];
}

export interface Project {
  /** Texts, numbers and verdicts accepted as they stand: how a project is kept. */
  readonly accepted: Variant;
  /** The same without control totals: what is found in a figure here is found by what figures keep among themselves. */
  readonly unguarded: Variant;
  /** A world with these files. */
  readonly world: (files: ReadonlyMap<string, string>) => World;
}

/** The pair of languages alone, so that each chart is drawn once; no document but the page that is audited. */
export const requestFor = (edition: string): Request => ({
  edition,
  documents: undefined,
  pdf: false,
  html: false,
  finish: false,
  verify: false,
  strict: false,
  jobs: 1,
  inputs: '',
});

/** What `brief accept` writes, and nothing else does. */
export const isRecord = (path: string): boolean =>
  path === 'templates/accepted.yaml' || path.startsWith('data/accepted/');

const noPrinter = { print: () => Promise.reject(new Error('nothing is printed here')) };

/** Reads the project, accepts it as it stands, and runs every edition, with and without control totals. */
export async function readReal(root = ROOT): Promise<Project> {
  const { files: read } = await readProject(root);
  const fonts = await readFonts(usedFonts());
  const world = (files: ReadonlyMap<string, string>) => {
    const signal = new AbortController().signal;
    return makeWorld({ files, fontFiles: fonts.files, printer: noPrinter, signal, env: {} });
  };
  const bare = new Map([...read].filter(([path]) => !isRecord(path)));
  const ids = [...bare.keys()].flatMap((path) => /^data\/editions\/([^/]+)\.yaml$/.exec(path)?.[1] ?? []).sort();
  const accepted = new Map(bare);
  const refused: Problem[] = [];
  for (const id of ids) {
    const { files, problems } = acceptable(accepted, id);
    refused.push(...problems);
    for (const [path, text] of files) accepted.set(path, text);
  }
  const unguarded = new Map([...accepted].filter(([path, text]) => !isControl(path, text)));
  return {
    accepted: await variantOf(accepted, ids, world, refused),
    unguarded: await variantOf(unguarded, ids, world, []),
    world,
  };
}

/** A file of rules that holds control totals and nothing else: a record of what the figures were when they were taken over. */
const isControl = (path: string, text: string): boolean =>
  path.startsWith('data/rules/') &&
  Object.values(parse(text, { maxAliasCount: -1 }) as Record<string, object>).every((rule) => 'control' in rule);

async function variantOf(
  files: ReadonlyMap<string, string>,
  ids: readonly string[],
  world: Project['world'],
  found: readonly Problem[],
): Promise<Variant> {
  const loaded = load(files);
  const stages = { load: (now: ReadonlyMap<string, string>) => load(now, loaded), derive, chart };
  const alarms = [...found];
  const editions: Edition[] = [];
  for (const id of ids) {
    const { draft: made, problems } = await draft(
      requestFor(id),
      world(files),
      journal(() => 0),
      stages,
    );
    alarms.push(...problems);
    if (made) editions.push({ id, draft: made });
  }
  return { files, loaded, editions, alarms: alarms.filter(({ severity }) => severity !== 'note') };
}
