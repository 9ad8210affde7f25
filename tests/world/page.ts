/** Pages to print in tests, and a printer's options. */
import type { PrintOptions } from '../../src/model/document.ts';
import { FONT_FILES, type FontFile, fontFaceRules } from '../../src/world/fonts.ts';

const face = (family: FontFile['family'], weight: number): FontFile => {
  const found = FONT_FILES.find((each) => each.family === family && each.weight === weight);
  if (!found) throw new Error(`no ${family} ${weight}`);
  return found;
};

/** The faces that these pages declare. */
export const FACES = [face('Brief Sans', 400), face('Brief Sans', 600), face('Brief Serif', 400)];

export const options = (document = '2005/vi', more: Partial<PrintOptions> = {}): PrintOptions => ({
  document,
  timeoutMs: 30_000,
  signal: new AbortController().signal,
  ...more,
});

/** A page of A4 with margins of 20 mm: 170 mm of width, running text in serif, the margin boxes in a face of their own. */
export const page = (body: string, styles = ''): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Xuất khẩu 2001–2005</title><style>
${fontFaceRules(FACES)}
@page { size: A4; margin: 20mm; @bottom-right { content: "Trang " counter(page); font: 600 9pt 'Brief Sans' } }
html { font: 10pt/1.5 'Brief Serif' } body { margin: 0 } h1 { font: 400 18pt 'Brief Sans' }
${styles}</style></head><body>${body}</body></html>`;
