/** The report: figures beside their aims, the peers, and where the time goes. */
import { ratios, spread } from './statistics.mjs';
import { megabytes, milliseconds, seconds, table, times } from './table.mjs';

const STAGES = ['load', 'validate', 'derive', 'chart', 'render', 'assemble', 'audit', 'print', 'finish', 'verify'];

const walls = (result) => result.rounds.map((round) => round.wall);
const peaks = (result) => result.rounds.map((round) => round.memory);
const stage = (result, name) => spread(result.rounds.map((round) => round.timings?.[name]));

/** What is aimed at: the figure, the limit, how to show it. */
function aims(by, floor) {
  const seconds = (value) => `${(value / 1000).toFixed(2)} s`;
  const each = (label, value, limit, show) => ({ label, value, limit, show, met: value <= limit });
  return [
    each(
      'cold, finished, not verified: at most 2.0 × floor',
      ratios(walls(by('no-verify')), floor).median,
      2,
      (value) => `${value.toFixed(2)} ×`,
    ),
    each('unchanged: at most 0.3 s', spread(walls(by('unchanged'))).median, 300, seconds),
    each('check: at most 0.5 s', spread(walls(by('check'))).median, 500, seconds),
    each('verification: at most 0.5 s', stage(by('cold'), 'verify').median, 500, seconds),
    each(
      'our own process: under 300 MB',
      Math.max(...['cold', 'all', 'check'].flatMap((id) => peaks(by(id)))) / 1e6,
      300,
      (value) => `${value.toFixed(0)} MB`,
    ),
  ];
}

export function report(results, { edition, runs, machine }) {
  const by = (id) => results.find((result) => result.id === id);
  const floor = walls(by('floor'));
  const rows = (group) =>
    results
      .filter((result) => group.includes(result.group) && result.absent === undefined)
      .map((result) => [
        result.label,
        seconds(spread(walls(result))),
        times(ratios(walls(result), floor)),
        megabytes(spread(peaks(result))),
        result.pages ? `${result.pages} p, ${Math.round(result.bytes / 1000)} kB` : '',
      ]);
  const columns = ['whole process, s', '× floor', 'own memory, MB', 'PDF'];
  const absent = results.filter((result) => result.absent !== undefined);
  const staged = results.filter(
    (result) => result.group === 'ours' && result.rounds.some((round) => round.timings?.load !== undefined),
  );
  const outside = (result) =>
    spread(
      result.rounds.map((round) => round.wall - Object.values(round.timings ?? {}).reduce((sum, ms) => sum + ms, 0)),
    );
  return [
    `Edition ${edition}: median (least–most) of ${runs} interleaved rounds after one to warm up; ${machine.cores} cores, Node ${machine.node.slice(1)}, load ${machine.load.map((each) => each.toFixed(2)).join(' → ')}`,
    '',
    table(['Ours', ...columns], rows(['floor', 'ours'])),
    '',
    table(
      ['Aim', 'found', ''],
      aims(by, floor).map(({ label, value, show, met }) => [label, show(value), met ? 'met' : 'MISSED']),
    ),
    '',
    ...(results.some((result) => result.group === 'peer')
      ? [
          table(['Others, comparable document', ...columns], rows(['peer'])),
          '',
          ...absent.map(({ label, absent: why }) => `Absent: ${label}: ${why}`),
          '',
        ]
      : []),
    table(
      ['Stage, ms', ...staged.map((result) => result.id)],
      [
        ...STAGES.map((name) => [name, ...staged.map((result) => milliseconds(stage(result, name)))]),
        ['outside the stages', ...staged.map((result) => milliseconds(outside(result)))],
        ['whole process', ...staged.map((result) => milliseconds(spread(walls(result))))],
      ],
    ),
    '',
    table(
      ['Part', 'ms', 'own memory, MB'],
      results
        .filter((result) => result.group === 'part')
        .map((result) => [result.label, milliseconds(spread(walls(result))), megabytes(spread(peaks(result)))]),
    ),
  ].join('\n');
}
