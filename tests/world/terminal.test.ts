import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem.ts';
import { openTerminal } from '../../src/world/terminal.ts';

function stream(isTTY: boolean) {
  const parts: string[] = [];
  return { isTTY, write: (text: string) => parts.push(text), text: () => parts.join('') };
}

const found = [problem('bug', { file: 'a.yaml', line: 1, column: 2 }, { reason: 'x' })];

describe('the terminal', () => {
  it('writes results on standard output, and problems and timings on standard error', () => {
    const [out, err] = [stream(false), stream(false)];
    const terminal = openTerminal(out, err, {});
    terminal.say('output/2005/brief-2005.pdf');
    terminal.problems(found);
    terminal.timings(new Map([['load', 3]]));
    expect(out.text()).toBe('output/2005/brief-2005.pdf\n');
    expect(err.text()).toContain('a.yaml:1:2: error');
    expect(err.text()).toContain('load');
  });

  it('is plain where nobody looks on, and where colours are refused', () => {
    const colours = (isTTY: boolean, env: Record<string, string>) => {
      const err = stream(isTTY);
      openTerminal(stream(false), err, env).problems(found);
      return err.text().includes('\u001b[');
    };
    expect(colours(true, {})).toBe(true);
    expect(colours(false, {})).toBe(false);
    expect(colours(true, { NO_COLOR: '1' })).toBe(false);
    expect(colours(true, { NO_COLOR: '' })).toBe(true);
    expect(colours(true, { TERM: 'dumb' })).toBe(false);
  });

  it('shows no progress where nobody looks on', async () => {
    const [out, err] = [stream(false), stream(false)];
    const terminal = openTerminal(out, err, {});
    terminal.progress('2005 print');
    await import('ora');
    terminal.quiet();
    expect(out.text() + err.text()).toBe('');
  });

  it('puts exactly one JSON object on standard output', () => {
    const out = stream(true);
    openTerminal(out, stream(true), {}).json({ ok: true, problems: [], editions: [] });
    expect(JSON.parse(out.text())).toEqual({ ok: true, problems: [], editions: [] });
  });

  it('adds annotations on GitHub', () => {
    const err = stream(false);
    openTerminal(stream(false), err, { GITHUB_ACTIONS: 'true' }).problems(found);
    expect(err.text()).toContain('::error file=a.yaml,line=1,col=2');
  });
});
