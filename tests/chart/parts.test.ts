/** The small parts of the stage: patches, tokens, years, spreading, and what becomes of Vega's SVG. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themed } from '../../src/chart/chart.ts';
import { mergePatch } from '../../src/chart/merge-patch.ts';
import { apart } from '../../src/chart/spread.ts';
import { finishedSvg } from '../../src/chart/svg.ts';
import { tokensOf } from '../../src/chart/tokens.ts';
import { factNamed, yearNamed, yearSet } from '../../src/chart/years.ts';
import { fakeLedger } from './fake-ledger.ts';

describe('a merge patch', () => {
  it('merges objects, removes with null, and replaces all else, as RFC 7396 has it', () => {
    expect(mergePatch({ a: 'b', c: { d: 'e', f: 'g' } }, { a: 'z', c: { f: null } })).toEqual({
      a: 'z',
      c: { d: 'e' },
    });
    expect(mergePatch({ a: [1, 2] }, { a: [3] })).toEqual({ a: [3] });
    expect(mergePatch({ a: 'b' }, { a: { b: { c: null } } })).toEqual({ a: { b: {} } });
    expect(mergePatch('a', { b: 1 })).toEqual({ b: 1 });
  });

  it('leaves what it patches as it was', () => {
    const target = { a: { b: 1 } };
    mergePatch(target, { a: { b: 2 } });
    expect(target).toEqual({ a: { b: 1 } });
  });
});

describe('the colours of the design', () => {
  const sheet = (text: string) => new Map([['tokens.css', { file: 'templates/styles/tokens.css', text }]]);

  it('are those of the first :root, not of the dark theme', () => {
    const text =
      '/* :root { --ink: #000000 } */\n:root { --ink: #14191F; --size: 10px; --paper: #fff }\n@media (prefers-color-scheme: dark) { :root { --ink: #e8ecef } }';
    expect([...tokensOf(sheet(text))]).toEqual([
      ['ink', '#14191f'],
      ['paper', '#fff'],
    ]);
    expect(tokensOf(new Map()).size).toBe(0);
  });

  it('become variables again on screen, in fills and strokes only', () => {
    const dress = themed(sheet(':root { --ink: #14191f; --text: #14191f; --paper: #fff }'));
    expect(dress('<rect fill="#14191F" stroke="#fff" fill-opacity="0.5"/><text fill="#123456">#14191f</text>')).toBe(
      '<rect fill="var(--ink)" stroke="var(--paper)" fill-opacity="0.5"/><text fill="#123456">#14191f</text>',
    );
  });
});

describe('a year', () => {
  const ledger = fakeLedger();
  const family = ledger.family('exports_history');

  it('is named by the edition, the family, a fact of years, or itself, with an offset', () => {
    const names = [
      'start',
      'end',
      'base',
      'prev',
      'end-3',
      'first',
      'last',
      'month_beats_year',
      'month_beats_year+1',
      '1992',
    ];
    expect(names.map((name) => yearNamed(name, family, ledger))).toEqual([
      2001, 2005, 2000, 2004, 2002, 1986, 2005, 1992, 1993, 1992,
    ]);
    expect(yearNamed('growth_average', family, ledger)).toBeUndefined();
    expect(yearNamed('sart', family, ledger)).toBeUndefined();
  });

  it('stands behind the name of a family', () => {
    expect(factNamed('exports_history.month_beats_year', ledger)?.id).toBe('exports_history.1992');
    expect(factNamed('exports_history.first', ledger)?.id).toBe('exports_history.1986');
    expect(factNamed('growth_average', ledger)?.id).toBe('growth_average');
    expect(factNamed('exports_history.nosuch', ledger)).toBeUndefined();
  });

  it('can be one of a list or of a range, and what is unknown is told once', () => {
    const years = yearSet(['first', 'start..end-1'], family, ledger);
    expect([1986, 1987, 2000, 2001, 2004, 2005, undefined].map((year) => years.has(year))).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(yearSet(['nosuch', 'nosuch..end'], family, ledger).unknown).toEqual(['nosuch']);
  });
});

describe('labels that are moved apart', () => {
  const limits = { from: 0, to: 1000 };

  it('stay where they have room', () => {
    expect(
      apart(
        [
          { y1: 0, y2: 10 },
          { y1: 20, y2: 30 },
        ],
        5,
        limits,
      ),
    ).toEqual([0, 0]);
  });

  it('share the way equally', () => {
    expect(
      apart(
        [
          { y1: 100, y2: 110 },
          { y1: 100, y2: 110 },
        ],
        4,
        limits,
      ),
    ).toEqual([-7, 7]);
  });

  it('keep their order and their distance, and stay inside, whatever they were', () => {
    const boxes = fc.array(fc.tuple(fc.integer({ min: 0, max: 950 }), fc.integer({ min: 1, max: 40 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(boxes, (pairs) => {
        const before = pairs.map(([y1, height]) => ({ y1, y2: y1 + height }));
        const shifts = apart(before, 3, limits);
        const after = before.map(({ y1, y2 }, i) => ({
          y1: y1 + shifts[i]!,
          y2: y2 + shifts[i]!,
          middle: (y1 + y2) / 2,
        }));
        const sorted = after.toSorted((a, b) => a.y1 - b.y1);
        for (const [i, box] of sorted.entries()) {
          expect(box.y1).toBeGreaterThan(-1e-6);
          expect(box.y2).toBeLessThan(1000 + 1e-6);
          const next = sorted[i + 1];
          if (next) {
            expect(next.y1 - box.y2).toBeGreaterThan(3 - 1e-6);
            expect(next.middle).toBeGreaterThanOrEqual(box.middle);
          }
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('a finished SVG', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="20" height="10" viewBox="0 0 20 10"><defs><clipPath id="clip1"><rect/></clipPath></defs><g clip-path="url(#clip1)" class="x" aria-hidden="true" role="graphics-symbol"><path d="M1.23456,7.5L2,3"/><text>1.23456 id="a"</text></g></svg>';

  it('is an image with its alternative, its own ids, short numbers and no inner roles', () => {
    expect(finishedSvg(svg, 'chart-a-vi', 'Nhập "A" & <B>')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" id="chart-a-vi" role="img" aria-label="Nhập &quot;A&quot; &amp; &lt;B&gt;" width="20" height="10" viewBox="0 0 20 10">' +
        '<defs><clipPath id="chart-a-vi-clip1"><rect/></clipPath></defs><g clip-path="url(#chart-a-vi-clip1)"><path d="M1.234,7.5L2,3"/><text>1.23456 id="a"</text></g></svg>',
    );
  });
});
