/** The loop of a preview with made-up work: which save is shown, what is kept, when a PDF is printed. */
import { describe, expect, it } from 'vitest';
import { previewLoop, type Rebuild, type Work } from '../../src/preview/loop.ts';
import { problem } from '../../src/problem.ts';

/** A loop over a text that a test changes; each build can be held at a gate. */
function bench() {
  const on = {
    disk: 'one',
    shown: [] as string[],
    gate: undefined as Promise<void> | undefined,
    printGate: undefined as Promise<void> | undefined,
  };
  const log: Rebuild[] = [];
  const begun: string[] = [];
  const work: Work<string> = {
    read: async () => on.disk,
    same: (a, b) => a === b,
    async build(text, signal) {
      begun.push(text);
      await on.gate;
      signal.throwIfAborted();
      if (text.startsWith('broken')) return { problems: [problem('file-missing', { file: text }, { path: text })] };
      return { page: { html: text, title: `The ${text}`, documents: ['vi-en', 'vi'] }, problems: [] };
    },
    async print(text, documents, signal) {
      await on.printGate;
      signal.throwIfAborted();
      return {
        pdfs: new Map(documents.map((name) => [name, new TextEncoder().encode(`${text} ${name}`)])),
        problems: [],
      };
    },
    shown: () => on.shown,
    now: () => 0,
    tell: () => undefined,
    log: (line) => log.push(line),
  };
  return { on, log, begun, loop: previewLoop('2005', work) };
}

/** A gate that a test opens. */
function gate(): { wait: Promise<void>; open: () => void } {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open };
}

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

describe('saves', () => {
  it('are shown when they are built, with the files that changed', async () => {
    const { on, log, loop } = bench();
    await loop.settled([]);
    expect(loop.state).toMatchObject({ page: 1, title: 'The one', fresh: true, stopped: false });
    on.disk = 'two';
    await loop.settled(['b', 'a']);
    expect([loop.html, loop.state.page]).toEqual(['two', 2]);
    expect(log.map(({ what, changed, good }) => [what, changed, good])).toEqual([
      ['page', [], true],
      ['page', ['a', 'b'], true],
    ]);
  });

  it('that a newer one overtakes are never shown, and their files are told with the newer one', async () => {
    const { on, log, begun, loop } = bench();
    await loop.settled([]);
    const slow = gate();
    on.gate = slow.wait;
    on.disk = 'two';
    const first = loop.settled(['a']);
    await expect.poll(() => begun).toContain('two');
    on.disk = 'three';
    on.gate = undefined;
    const second = loop.settled(['b']);
    slow.open();
    await Promise.all([first, second]);
    expect([loop.html, loop.state.page]).toEqual(['three', 2]);
    expect(log.map(({ changed }) => changed)).toEqual([[], ['a', 'b']]);
  });

  it('that change nothing that was read are not built', async () => {
    const { begun, log, loop } = bench();
    await loop.settled([]);
    await loop.settled(['a']);
    expect(begun).toEqual(['one']);
    expect(log).toHaveLength(1);
  });

  it('that break something leave the last good page, with what is wrong, until they are mended', async () => {
    const { on, loop } = bench();
    await loop.settled([]);
    on.disk = 'broken';
    await loop.settled(['a']);
    expect(loop.html).toBe('one');
    expect(loop.state).toMatchObject({ page: 1, stopped: true, fresh: false, title: 'The one' });
    expect(loop.state.problems.map(({ code, file }) => [code, file])).toEqual([['file-missing', 'broken']]);
    on.disk = 'one';
    await loop.settled(['a']);
    expect(loop.state).toMatchObject({ page: 2, stopped: false, problems: [] });
  });

  it('after the end build nothing', async () => {
    const { on, begun, loop } = bench();
    await loop.settled([]);
    loop.close();
    on.disk = 'two';
    await loop.settled(['a']);
    expect(begun).toEqual(['one']);
  });
});

describe('PDFs', () => {
  it('are printed when somebody asks, once for a page', async () => {
    const { log, loop } = bench();
    await loop.settled([]);
    expect(loop.state.documents.map(({ document, page }) => [document, page])).toEqual([
      ['vi-en', 0],
      ['vi', 0],
    ]);
    expect(text(await loop.pdf('vi'))).toBe('one vi');
    expect(text(await loop.pdf('vi'))).toBe('one vi');
    expect(loop.state.documents[1]).toMatchObject({ page: 1, printing: false });
    expect(log.filter(({ what }) => what === 'pdf')).toHaveLength(1);
  });

  it('follow the page only while they are shown', async () => {
    const { on, log, loop } = bench();
    await loop.settled([]);
    on.disk = 'two';
    await loop.settled(['a']);
    expect(log.map(({ what }) => what)).toEqual(['page', 'page']);
    on.shown = ['vi-en'];
    on.disk = 'three';
    await loop.settled(['a']);
    expect(log.slice(2).map(({ what, changed }) => [what, changed])).toEqual([
      ['page', ['a']],
      ['pdf', ['vi-en']],
    ]);
    expect(loop.state.documents[0]).toMatchObject({ page: 3 });
  });

  it('that a save overtakes are printed from the newer page', async () => {
    const { on, loop } = bench();
    on.shown = ['vi'];
    const slow = gate();
    on.printGate = slow.wait;
    const first = loop.settled([]);
    await expect.poll(() => loop.state.documents[1]?.printing).toBe(true);
    on.disk = 'two';
    on.printGate = undefined;
    const second = loop.settled(['a']);
    slow.open();
    await Promise.all([first, second]);
    expect(text(await loop.pdf('vi'))).toBe('two vi');
    expect(loop.state.documents[1]).toEqual({ document: 'vi', page: 2, printing: false });
  });

  it('of a document that is not there, or of a broken page, are not made', async () => {
    const { on, loop } = bench();
    await loop.settled([]);
    expect(await loop.pdf('fr')).toBeUndefined();
    on.disk = 'broken';
    await loop.settled(['a']);
    expect(await loop.pdf('vi')).toBeUndefined();
  });
});
