import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { chart } from '../../src/chart/chart.ts';
import { fakeLedger, windowTo } from './fake-ledger.ts';
import { CHARTS, chartOf, chartText, contentWith, DOCUMENTS, FONTS } from './fixtures.ts';

test('lab', async () => {
  const only = process.env.ONLY?.split(',') ?? CHARTS;
  const end = Number(process.env.END ?? 2005);
  const content = contentWith(
    only.map((id) => chartOf(id, chartText(id))),
    {
      facts: new Map(
        [
          'exports_history',
          'overtake_year',
          'above_path_since',
          'below_path_until',
          'price_change',
          'volume_change',
          'exports_to_gdp_current',
        ].map((n) => [n, {} as never]),
      ),
    },
  );
  let t = performance.now();
  const { drawings, problems } = await chart(
    content,
    fakeLedger(windowTo(end)),
    { documents: DOCUMENTS, narrow: true },
    FONTS,
  );
  console.log('ms', (performance.now() - t).toFixed(0), 'drawings', drawings.all.length);
  t = performance.now();
  await chart(content, fakeLedger(windowTo(end)), { documents: DOCUMENTS, narrow: true }, FONTS);
  console.log('again ms', (performance.now() - t).toFixed(0));
  for (const p of problems) console.log(p.code, `${p.file}:${p.line}:${p.column}`, p.message, p.hint ?? '');
  mkdirSync('/tmp/chartlab/out', { recursive: true });
  for (const d of drawings.all) {
    writeFileSync(`/tmp/chartlab/out/${d.chart}.${d.document}${d.narrow ? '.narrow' : ''}.svg`, d.svg);
    if (process.env.ALT)
      console.log(
        d.chart,
        d.document,
        d.narrow,
        JSON.stringify(d.alternative),
        JSON.stringify(d.uses.map((u) => `${u.fact}=${u.text}`)),
        d.axisLabels.join(' '),
      );
  }
}, 60000);
