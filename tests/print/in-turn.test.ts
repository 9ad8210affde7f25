import { describe, expect, it } from 'vitest';
import type { Printer, PrintResult } from '../../src/model/document.ts';
import { inTurn } from '../../src/print/in-turn.ts';

const options = { document: '2005/vi', timeoutMs: 1000, signal: new AbortController().signal };

describe('a printer that several editions share', () => {
  it('prints so many documents at a time and no more, and all in the end', async () => {
    const waiting: (() => void)[] = [];
    let printing = 0;
    let most = 0;
    const printer: Printer = {
      async print(): Promise<PrintResult> {
        printing += 1;
        most = Math.max(most, printing);
        await new Promise<void>((done) => waiting.push(done));
        printing -= 1;
        return { bytes: new Uint8Array(1), problems: [] };
      },
    };
    const shared = inTurn(printer, 2);
    const all = Array.from({ length: 5 }, () => shared.print('<p></p>', new Map(), options));
    let finished = 0;
    while (finished < 5) {
      await new Promise((next) => setImmediate(next));
      for (const done of waiting.splice(0)) {
        done();
        finished += 1;
      }
    }
    expect(await Promise.all(all)).toHaveLength(5);
    expect(most).toBe(2);
  });

  it('hands on what a print fails with, and goes on', async () => {
    let first = true;
    const printer: Printer = {
      print: () => {
        const fails = first;
        first = false;
        return fails ? Promise.reject(new Error('gone')) : Promise.resolve({ bytes: new Uint8Array(1), problems: [] });
      },
    };
    const shared = inTurn(printer, 1);
    const [a, b] = [shared.print('', new Map(), options), shared.print('', new Map(), options)];
    await expect(a).rejects.toThrow('gone');
    await expect(b).resolves.toMatchObject({ problems: [] });
  });
});
