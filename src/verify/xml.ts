/** A small XML reader for XMP packets: elements, attributes, text, namespaces; strict about being well formed. */

export interface Attribute {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
}

export interface Element {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Element[];
  /** Its own text, without its children's. */
  readonly text: string;
}

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const SKIP = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;
const OPEN = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const CLOSE = new RegExp(`</(${NAME})\\s*>`, 'y');
const PAIR = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const TEXT = /[^<]+|<!\[CDATA\[([\s\S]*?)\]\]>/y;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces references; undefined where one is unknown or an ampersand stands alone. */
function unescaped(text: string): string | undefined {
  let whole = true;
  const out = text.replace(/&(#x[0-9A-Fa-f]+|#\d+|\w+)?;?/g, (all, ref: string | undefined) => {
    const known =
      ref === undefined || !all.endsWith(';')
        ? undefined
        : ref.startsWith('#x')
          ? Number.parseInt(ref.slice(2), 16)
          : ref.startsWith('#')
            ? Number(ref.slice(1))
            : ENTITIES[ref];
    if (known === undefined) whole = false;
    return typeof known === 'number' ? String.fromCodePoint(Math.min(known, 0x10ffff)) : (known ?? '');
  });
  return whole ? out : undefined;
}

type Scope = ReadonlyMap<string, string>;
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

function split(name: string): [string, string] {
  const at = name.indexOf(':');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

/** Deeper packets are taken to be broken. */
const DEEPEST = 100;

/**
 * Parses a document with one root element; processing instructions and comments are passed over.
 * @returns the root, or undefined where the text is not well formed or a prefix is not declared
 */
export function parseXml(text: string): Element | undefined {
  const source = text.replace(/^\ufeff/, '');
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(source) ?? undefined;
    if (match) at = pattern.lastIndex;
    return match;
  };
  const skip = (): void => {
    while (take(SKIP)) {}
  };

  const element = (scope: Scope, depth: number): Element | undefined => {
    const open = take(OPEN);
    if (!open || depth > DEEPEST) return undefined;
    const pairs = [...open[2]!.matchAll(PAIR)].map((m) => [m[1]!, unescaped(m[2] ?? m[3] ?? '')] as const);
    if (pairs.some(([, value]) => value === undefined) || new Set(pairs.map(([n]) => n)).size < pairs.length)
      return undefined;
    const inner = new Map(scope);
    for (const [name, value] of pairs) {
      const [prefix, local] = split(name);
      if (name === 'xmlns') inner.set('', value!);
      else if (prefix === 'xmlns') inner.set(local, value!);
    }
    const attributes: Attribute[] = [];
    for (const [name, value] of pairs) {
      const [prefix, local] = split(name);
      if (name === 'xmlns' || prefix === 'xmlns') continue;
      const namespace = prefix === '' ? '' : inner.get(prefix);
      if (namespace === undefined) return undefined;
      attributes.push({ prefix, local, namespace, value: value! });
    }
    const [prefix, local] = split(open[1]!);
    const namespace = inner.get(prefix);
    if (namespace === undefined) return undefined;
    const children: Element[] = [];
    let own = '';
    while (open[3] === '') {
      const close = take(CLOSE);
      if (close) {
        if (close[1] !== open[1]) return undefined;
        break;
      }
      const run = take(TEXT);
      if (run) {
        const said = run[1] ?? unescaped(run[0]);
        if (said === undefined) return undefined;
        own += said;
      } else if (!take(SKIP)) {
        const child = element(inner, depth + 1);
        if (!child) return undefined;
        children.push(child);
      }
    }
    return { prefix, local, namespace, attributes, children, text: own.trim() };
  };

  skip();
  const root = element(
    new Map([
      ['', ''],
      ['xml', XML_NAMESPACE],
    ]),
    0,
  );
  skip();
  return at === source.length ? root : undefined;
}

/** The element and everything below it. */
export function below(element: Element): Element[] {
  return [element, ...element.children.flatMap(below)];
}
