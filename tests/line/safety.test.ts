/** Safe by construction: whatever stands in the data is text on the page, and the page runs and reaches nothing. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/verify/read-pdf.ts';
import { brief } from '../brief.ts';
import { filesOf, smallest } from '../project.ts';

/** Tries to end an attribute, a style, an element; to begin a script; to be a mustache and a phrase. */
const EVIL = `"'><script>alert(document.title)</script></style><img src=x onerror=alert()>{{fact exports_end}}{{{x}}} $& \\ ]]> -->`;
const quoted = JSON.stringify(EVIL);

let project: string;
let html: string;
const at = (...names: string[]) => join(project, ...names);

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element of a page as a browser sees it, and its text. */
function parsed(page: string): { tags: Tag[]; text: string; styles: string } {
  const tags: Tag[] = [];
  let [text, styles, name] = ['', '', ''];
  const parser = new Parser({
    onopentag(opened, attributes) {
      name = opened;
      tags.push({ name, attributes });
    },
    onclosetag: () => {
      name = '';
    },
    ontext(piece) {
      if (name === 'style') styles += piece;
      else text += piece;
    },
  });
  parser.end(page);
  return { tags, text, styles };
}

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'brief-safe-'));
  smallest(project);
  const replace = (file: string, ...pairs: [string, string][]) => {
    let text = readFileSync(at(file), 'utf8');
    for (const [from, to] of pairs) {
      expect(text).toContain(from);
      text = text.replace(from, () => to);
    }
    writeFileSync(at(file), text);
  };
  writeFileSync(at('data/terms.yaml'), `evil: { vi: ${quoted}, en: ${quoted} }\n`);
  replace(
    'brief.yaml',
    ['vi: Bản thử, en: A trial', `vi: ${quoted}, en: ${quoted}`],
    ['en: Export Brief project', `en: ${quoted}`],
  );
  replace('data/sources.yaml', ['"World Bank, WITS"', quoted]);
  replace('data/series/exports.yaml', ['en: Goods exports', `en: ${quoted}`]);
  // in a chart: as a name that is drawn, and in its text alternative
  replace('templates/charts/scale.yaml', ['family: exports_value', 'family: exports_value, term: evil']);
  // in a running title, which stands in the style sheet of a printed page
  replace('templates/locales/vi.yaml', [
    '  page.edition: ',
    `  page.edition: ${JSON.stringify(EVIL.replace(/[{}]/g, (brace) => brace + brace))}\n  page.unused: `,
  ]);
  replace('templates/locales/en.yaml', ['  page.edition: ', '  page.unused: unused\n  page.edition: ']);
  replace('templates/points/scale.hbs', [
    '</div>',
    '</div>\n{{#paragraph}}{{#vi}}{{term evil}}{{/vi}}{{#en}}{{term evil}}{{/en}}{{/paragraph}}',
  ]);
  const { status, stderr } = await brief('build --lang vi', project);
  expect(
    stderr
      .replace(/^ {2}\S+ +\d+ ms\n/gm, '')
      .replace(/^note: .*\n.*\n/gm, '')
      .trim(),
  ).toMatch(/^(\d notes?)?$/);
  expect(status).toBe(0);
  html = readFileSync(at('output/2005/brief-2005.html'), 'utf8');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('what stands in the data', () => {
  it('is text on the page, letter for letter', () => {
    const { text } = parsed(html);
    // term, disclaimer and source, each in its languages
    expect(text.split(EVIL).length - 1).toBeGreaterThanOrEqual(5);
  });

  it('is text in the PDF as well', async () => {
    const pdf = await readPdf(readFileSync(at('output/2005/brief-2005.vi.pdf')));
    if (typeof pdf === 'string') throw new Error(pdf);
    const all = pdf.pages
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, '');
    expect(all.split(EVIL.replace(/\s+/g, '')).length - 1).toBeGreaterThanOrEqual(3);
  });

  it('makes no element and no attribute, in the page or in a drawing', () => {
    const drawings = filesOf(at('output/2005/charts')).map((file) =>
      readFileSync(at('output/2005/charts', file), 'utf8'),
    );
    expect(drawings.length).toBeGreaterThan(0);
    for (const page of [html, ...drawings]) {
      const { tags, styles } = parsed(page);
      // The page has one script, which its policy names, and its data.
      const scripts = tags.filter(({ name }) => name === 'script').map(({ attributes }) => attributes);
      expect(scripts).toEqual(page === html ? [{ type: 'application/ld+json' }, {}] : []);
      expect(tags.filter(({ name }) => /^(img|iframe|object|embed|link|base|form)$/.test(name))).toEqual([]);
      expect(tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on/i.test(name))).toEqual([]);
      // The edition's name is a string in a margin box, and nothing but a string.
      expect(styles.replace(/"(?:\\[\s\S]|[^"\\])*"/g, '')).not.toContain('onerror');
    }
  });
});

describe('the page', () => {
  it('says of itself that it may load nothing, and run nothing but the one script whose hash it names', () => {
    const policy = parsed(html).tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes.content).toMatch(/^default-src 'none';/);
    expect(policy?.attributes.content).not.toMatch(/connect-src|https?:|\*|unsafe-eval/);
    const script = html.slice(html.lastIndexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
    const hash = createHash('sha256').update(script).digest('base64');
    expect(/script-src ([^;]+);/.exec(policy?.attributes.content ?? '')?.[1]).toBe(`'sha256-${hash}'`);
    expect(script).not.toMatch(/\beval\b|innerHTML|new Function|fetch\(|XMLHttpRequest|import\(/);
  });

  it('describes itself in JSON that holds the texts letter for letter', () => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(json).not.toContain('<');
    expect(JSON.stringify(JSON.parse(json))).toContain(JSON.stringify(EVIL).slice(1, -1));
  });

  it('names no address that it would load: all that it needs is in the file', () => {
    const { tags, styles } = parsed(html);
    for (const { name, attributes } of tags) {
      for (const [key, value] of Object.entries(attributes)) {
        if (/^(src|srcset|poster|data|background|action)$/.test(key))
          expect(`${name} ${key} ${value}`).toMatch(/ data:/);
        if (/^(xlink:)?href$/.test(key) && name !== 'a') expect(value).toMatch(/^#/);
      }
    }
    const addresses = [...styles.matchAll(/url\(\s*['"]?([^'")]*)|@import/g)].map(
      ([whole, address]) => address ?? whole,
    );
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address.slice(0, 20)).toMatch(/^(data:font\/woff2|#)/);
  });
});
