/** The bytes between the objects: what PDF/A asks of spacing, stream lengths and the end of the file. */

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const OBJECT = /(\d+) (\d+) obj(?:\r\n|\n|\r)/y;
const SPACE = /(?:[\0\t\n\f\r ]|%[^\r\n]*(?:\r\n|\n|\r))*/y;
const STREAM = /stream(\r\n|\n|\r)?/y;
const END = /startxref\s+(\d+)\s+%%EOF(\r\n|\n|\r)?$/;

/** The place where a dictionary ends: strings and nested dictionaries stepped over. */
function endOfDictionary(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === '(') {
      let open = 1;
      for (at++; at < text.length && open > 0; at++) {
        if (text[at] === '\\') at++;
        else if (text[at] === '(') open++;
        else if (text[at] === ')') open--;
      }
      at--;
    } else if (c === '<' && text[at + 1] === '<') {
      depth++;
      at++;
    } else if (c === '>' && text[at + 1] === '>') {
      at++;
      if (--depth === 0) return at + 1;
    }
  }
  return text.length;
}

export interface Fault {
  readonly fault: string;
  readonly clause: string;
}

const STREAM_LENGTH = 'PDF/A-3a 6.1.7.1-1';
const STREAM_LINES = 'PDF/A-3a 6.1.7.1-2';
const OBJECT_LINES = 'PDF/A-3a 6.1.9-1';

/** Steps over a stream's data; gives the place behind `endstream` and what is wrong. */
function stepOverStream(text: string, head: string, at: number, id: string): [number, Fault[]] {
  const faults: Fault[] = [];
  STREAM.lastIndex = at;
  const match = STREAM.exec(text);
  const eol = match?.[1];
  if (eol !== '\n' && eol !== '\r\n')
    faults.push({ fault: `object ${id}: no line end after “stream”`, clause: STREAM_LINES });
  const start = at + (match?.[0].length ?? 0);
  const length = /\/Length (\d+)(?! \d+ R)/.exec(head)?.[1];
  const end = length === undefined ? text.indexOf('endstream', start) : start + Number(length);
  const tail = /^(\r\n|\n|\r)?endstream/.exec(text.slice(end, end + 11));
  if (length === undefined || !tail) {
    const found = text.indexOf('endstream', start);
    faults.push({ fault: `object ${id}: the length of its stream is not what it says`, clause: STREAM_LENGTH });
    return [found < 0 ? text.length : found + 9, faults];
  }
  if (tail[1] === undefined && !/[\r\n]$/.test(text.slice(start, end)))
    faults.push({ fault: `object ${id}: no line end before “endstream”`, clause: STREAM_LINES });
  return [end + tail[0].length, faults];
}

/**
 * Reads the file from its header to its end, object by object, and says what breaks ISO 19005-3, 6.1.3, 6.1.4, 6.1.7.1 or 6.1.9.
 * A file with a classic cross-reference table gets a fault for it: ours have cross-reference streams.
 */
export function syntaxFaults(bytes: Uint8Array): Fault[] {
  const text = latin(bytes);
  const faults: Fault[] = [];
  const skip = (from: number): number => {
    SPACE.lastIndex = from;
    SPACE.exec(text);
    return SPACE.lastIndex;
  };
  let at = skip(0);
  for (;;) {
    OBJECT.lastIndex = at;
    const object = OBJECT.exec(text);
    if (!object) break;
    const id = `${object[1]} ${object[2]}`;
    if (!/[\r\n]/.test(text[at - 1] ?? ''))
      faults.push({ fault: `object ${id}: it does not begin on a line of its own`, clause: OBJECT_LINES });
    at += object[0].length;
    const close = text.startsWith('<<', at) ? endOfDictionary(text, at) : at;
    const afterHead = skip(close);
    if (text.startsWith('stream', afterHead) && close > at) {
      const [end, wrong] = stepOverStream(text, text.slice(at, close), afterHead, id);
      faults.push(...wrong);
      at = end;
    } else at = close;
    const end = text.indexOf('endobj', at);
    if (end < 0) {
      faults.push({ fault: `object ${id}: it has no end`, clause: OBJECT_LINES });
      return faults;
    }
    if (!/[\r\n]/.test(text[end - 1] ?? ''))
      faults.push({ fault: `object ${id}: “endobj” is not on a line of its own`, clause: OBJECT_LINES });
    if (!/[\r\n]/.test(text[end + 6] ?? ''))
      faults.push({ fault: `object ${id}: no line end after “endobj”`, clause: OBJECT_LINES });
    at = skip(end + 6);
  }
  if (text.startsWith('xref', at))
    faults.push({
      fault: 'a cross-reference table in the place of a cross-reference stream',
      clause: 'PDF/A-3a 6.1.4-2',
    });
  else if (!text.startsWith('startxref', at))
    faults.push({ fault: `byte ${at} begins neither an object nor the end of the file`, clause: OBJECT_LINES });
  if (!END.test(text)) faults.push({ fault: 'something follows the end of the file', clause: 'PDF/A-3a 6.1.3-3' });
  return faults;
}
