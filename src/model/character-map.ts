/** A font's map from codes to Unicode (ToUnicode): `finish` describes links with it, `verify` judges it. */

const utf16 = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

/** Reads a ToUnicode CMap (ISO 32000-1, 9.10.3): `bfchar` and both forms of `bfrange`. */
export function readCharacterMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, body] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      map.set(Number.parseInt(code!, 16), utf16(to!));
  }
  for (const [, body] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, a, b, to, list] of body!.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g,
    )) {
      const from = Number.parseInt(a!, 16);
      const last = Math.min(Number.parseInt(b!, 16), from + 0xffff);
      const each = list?.match(/[0-9A-Fa-f]+/g);
      for (let code = from; code <= last; code++) {
        if (to === undefined) map.set(code, utf16(each?.[code - from] ?? ''));
        else
          map.set(code, utf16(to.slice(0, -4)) + String.fromCharCode(Number.parseInt(to.slice(-4), 16) + code - from));
      }
    }
  }
  return map;
}
