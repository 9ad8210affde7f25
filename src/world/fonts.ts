/** The fonts of the brief: whole static files from their packages, under the names that the styles use. Part of `world/`. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Problem, problem } from '../problem.ts';

/** One face. Families are named without a digit: Vega writes the name unquoted, and `Source Sans 3` silently falls back. */
export interface FontFile {
  readonly family: 'Brief Sans' | 'Brief Serif';
  readonly weight: 400 | 600 | 700;
  readonly style: 'normal' | 'italic';
  /** The path under which a printed page asks for it: `fonts/BriefSans-400.ttf`. */
  readonly path: string;
  /** The file inside its package. */
  readonly module: string;
}

const sans = (weight: FontFile['weight'], name: string): FontFile => ({
  family: 'Brief Sans',
  weight,
  style: 'normal',
  path: `fonts/BriefSans-${weight}.ttf`,
  module: `@expo-google-fonts/source-sans-3/${weight}${name}/SourceSans3_${weight}${name}.ttf`,
});

const serif = (weight: FontFile['weight'], name: string, style: FontFile['style'] = 'normal'): FontFile => ({
  family: 'Brief Serif',
  weight,
  style,
  path: `fonts/BriefSerif-${weight}${style === 'italic' ? '-italic' : ''}.ttf`,
  module: `@expo-google-fonts/source-serif-4/${weight}${name}/SourceSerif4_${weight}${name}.ttf`,
});

export const FONT_FILES: readonly FontFile[] = [
  sans(400, 'Regular'),
  sans(600, 'SemiBold'),
  sans(700, 'Bold'),
  serif(400, 'Regular'),
  serif(600, 'SemiBold'),
  serif(400, 'Regular_Italic', 'italic'),
];

/** The `@font-face` rules of a printed page. Every face in them is loaded, so name only those that the styles use. */
export const fontFaceRules = (fonts: readonly FontFile[] = FONT_FILES): string =>
  fonts
    .map(
      ({ family, weight, style, path }) =>
        `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; src: url('${path}') format('truetype'); }`,
    )
    .join('\n');

/** The bytes of the fonts by path, and a problem for each file that is missing from its package. */
export async function readFonts(
  fonts: readonly FontFile[] = FONT_FILES,
): Promise<{ files: ReadonlyMap<string, Uint8Array>; problems: readonly Problem[] }> {
  const require = createRequire(import.meta.url);
  const problems: Problem[] = [];
  const read = await Promise.all(
    fonts.map(async ({ path, module }) => {
      try {
        return [[path, await readFile(require.resolve(module))] as const];
      } catch {
        problems.push(problem('font-package-missing', undefined, { file: module }));
        return [];
      }
    }),
  );
  return { files: new Map(read.flat()), problems };
}
