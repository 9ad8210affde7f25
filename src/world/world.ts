/** The outside as the line sees it: files, fonts, a printer. Everything that touches disk, browser or clock is behind it. */
import type { Printer } from '../model/document.ts';
import { embeddedFontRules } from './embedded-fonts.ts';
import { FONT_FILES, type FontFile, fontFaceRules } from './fonts.ts';

/** A face as charts need it to measure text. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly bytes: Uint8Array;
}

export interface World {
  /** The project's texts by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The faces that the styles use. */
  readonly faces: readonly Face[];
  /** Fonts by the path under which a printed page asks for them. */
  readonly fontFiles: ReadonlyMap<string, Uint8Array>;
  /** The @font-face rules of a printed page. */
  readonly fontFaces: string;
  /** The names under which they stand in a PDF; any other font there slipped in. */
  readonly fontNames: readonly string[];
  /** The @font-face rules of the screen edition with the fonts inside, for the characters of a text. */
  embeddedFonts(text: string): Promise<string>;
  readonly printer: Printer;
  readonly signal: AbortSignal;
  /** Seconds since 1970 from SOURCE_DATE_EPOCH, where it is set: the date inside the PDFs. */
  readonly epoch: number | undefined;
}

/** The faces that the shipped styles use; each face named in a printed page is loaded, so only these. */
const USED: readonly FontFile[] = FONT_FILES.filter(
  ({ family, weight, style }) => style === 'normal' && (family === 'Brief Sans' ? weight !== 700 : weight === 400),
);

export const usedFonts = (): readonly FontFile[] => USED;

/** `SourceSans3_600SemiBold.ttf` holds the font `SourceSans3-SemiBold`. */
const postScriptName = ({ module }: FontFile): string =>
  (module.split('/').at(-1) ?? '').replace(/_\d+/, '-').replace(/\.ttf$/, '');

/** Puts a world together from what was read. */
export function makeWorld(parts: {
  files: ReadonlyMap<string, string>;
  fontFiles: ReadonlyMap<string, Uint8Array>;
  printer: Printer;
  signal: AbortSignal;
  env: NodeJS.ProcessEnv;
}): World {
  const epoch = Number(parts.env.SOURCE_DATE_EPOCH);
  return {
    files: parts.files,
    fontFiles: parts.fontFiles,
    faces: USED.flatMap(({ family, weight, path }) => {
      const bytes = parts.fontFiles.get(path);
      return bytes ? [{ family, weight, bytes }] : [];
    }),
    fontFaces: fontFaceRules(USED),
    fontNames: USED.map(postScriptName),
    embeddedFonts: (text) => embeddedFontRules(USED, parts.fontFiles, text, parts.env),
    printer: parts.printer,
    signal: parts.signal,
    epoch: parts.env.SOURCE_DATE_EPOCH && Number.isInteger(epoch) ? epoch : undefined,
  };
}
