/** One line of the terminal for one rebuild. */
import { inOrder } from '../problem.ts';
import type { Rebuild } from './loop.ts';

/** More names than these are counted. */
const NAMED = 3;

function listed(names: readonly string[]): string {
  const first = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? `${first} and ${names.length - NAMED} more` : first;
}

/** `page in 143 ms after templates/points/scale.hbs: 1 error (data/facts/scale.yaml:2); the last good page stays`. */
export function rebuildLine({ what, changed, ms, problems, good }: Rebuild): string {
  const after = changed.length === 0 ? '' : what === 'pdf' ? ` (${listed(changed)})` : ` after ${listed(changed)}`;
  const counted = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const found = problems.filter((each) => each.severity === severity).length;
    return found === 0 ? [] : [`${found} ${severity}${found === 1 ? '' : 's'}`];
  });
  const places = [
    ...new Set(
      inOrder(problems).flatMap(({ file, line }) =>
        file === undefined ? [] : [line === undefined ? file : `${file}:${line}`],
      ),
    ),
  ];
  const said = counted.length === 0 ? 'no problem' : counted.join(', ');
  const where = places.length === 0 ? '' : ` (${listed(places)})`;
  const stays = good ? '' : what === 'pdf' ? '; not printed' : '; the last good page stays';
  return `${what === 'pdf' ? 'PDF' : 'page'} in ${ms} ms${after}: ${said}${where}${stays}`;
}
