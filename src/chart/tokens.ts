/** The design's colours, read from the style sheet: one place for the page and the charts. Part of `chart`. */
import type { TextFile } from '../model/content.ts';

/** Colour token → its hexadecimal value, lower case: `accent` → `#00566a`. */
export type Tokens = ReadonlyMap<string, string>;

const RULE = /(?:^|[\s},;])(:root)\s*\{([^}]*)\}/;
const COLOUR = /--([\w-]+)\s*:\s*(#[0-9a-fA-F]{3,8})\b/g;

/**
 * The custom properties of the first plain `:root` rule whose values are hexadecimal colours: the light theme, in which
 * charts are drawn. Later rules (dark theme, media) change the page, where the drawing's colours are variables again.
 */
export function tokensOf(styles: ReadonlyMap<string, TextFile>): Tokens {
  const sheet = [...styles].find(([path]) => path.endsWith('tokens.css'))?.[1].text ?? '';
  const rule = RULE.exec(sheet.replace(/\/\*[\s\S]*?\*\//g, ' '))?.[2] ?? '';
  return new Map([...rule.matchAll(COLOUR)].map(([, name = '', hex = '']) => [name, hex.toLowerCase()]));
}

const WHOLE = /^var\(--([\w-]+)\)$/;

/** The token that a spec's value asks for, `var(--accent)`; undefined for any other value. */
export function tokenName(value: unknown): string | undefined {
  return typeof value === 'string' ? WHOLE.exec(value)?.[1] : undefined;
}

/**
 * Makes the function that turns a drawing's colours back into variables, for the screen, where they follow the theme.
 * Printed drawings keep their hexadecimal values. Where two tokens have one value, the first declared is meant.
 */
export function themed(styles: ReadonlyMap<string, TextFile>): (svg: string) => string {
  const names = new Map([...tokensOf(styles)].reverse().map(([name, hex]) => [hex, name]));
  return (svg) =>
    svg.replace(/\b(fill|stroke)="(#[0-9a-fA-F]+)"/g, (whole, attribute: string, hex: string) => {
      const name = names.get(hex.toLowerCase());
      return name === undefined ? whole : `${attribute}="var(--${name})"`;
    });
}
