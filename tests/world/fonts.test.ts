import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { FONT_FILES, fontFaceRules, readFonts } from '../../src/world/fonts.ts';

describe('the packaged fonts', () => {
  it('are whole static files that hold every Vietnamese letter and the signs of a statistical text', async () => {
    const { files, problems } = await readFonts();
    expect(problems).toEqual([]);
    expect([...files.keys()]).toEqual(FONT_FILES.map((font) => font.path));
    const letters = [...'ẲẴẰẮẶẨẪỂỄỔỖỞỠỬỮỲỶỸỴđĐ₫−–%']
      .flatMap((letter) => [letter, letter.toLowerCase()])
      .map((letter) => letter.codePointAt(0) ?? 0);
    for (const bytes of files.values()) {
      const font = fontkit.create(Buffer.from(bytes)) as fontkit.Font;
      expect(letters.filter((letter) => !font.hasGlyphForCodePoint(letter))).toEqual([]);
      expect(Object.keys(font.variationAxes)).toEqual([]);
    }
  });

  it('have families that are CSS identifiers without a digit', () => {
    const rules = fontFaceRules();
    expect(rules).toContain(
      "font-family: 'Brief Sans'; font-weight: 600; font-style: normal; src: url('fonts/BriefSans-600.ttf')",
    );
    for (const { family } of FONT_FILES) expect(family).not.toMatch(/\d/);
  });

  it('that are missing from their package are problems that name the file', async () => {
    const [first] = FONT_FILES;
    if (!first) throw new Error('no fonts');
    const { files, problems } = await readFonts([{ ...first, module: '@expo-google-fonts/source-sans-3/none.ttf' }]);
    expect(files.size).toBe(0);
    expect(problems).toMatchObject([{ code: 'font-package-missing', message: expect.stringContaining('none.ttf') }]);
  });
});
