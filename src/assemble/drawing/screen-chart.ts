/**
 * A chart on the screen: one drawing for the page and one for a phone, each with the words of every language, of which
 * the styles show those wanted. What a listener hears stands beside it as text, since a label of the drawing could not
 * follow the language shown. Part of `assemble`.
 */
import type { Drawing, Drawings, Html } from '../../model/document.ts';
import type { Languages } from '../../model/language.ts';
import { merged } from './merge.ts';
import { slimmed } from './slim.ts';
import { changed, type Element, parsed, written } from './tree.ts';

export interface ScreenChart {
  readonly chart: string;
  readonly className: string;
  readonly languages: Languages;
  readonly drawings: Drawings;
  /** Colours as variables. */
  readonly dress: (svg: Html) => Html;
}

/** Letters of the variants: each language alone, then both. */
const LETTERS = ['1', '2', 'b'] as const;

export function screenChart(asked: ScreenChart): Html {
  const { chart, className, languages } = asked;
  const documents = languages.length === 2 ? [languages[0], languages[1], languages.join('-')] : [languages[0]];
  const drawn = (narrow: boolean) =>
    documents.map((document) => asked.drawings.get(chart, document, narrow)).filter((each) => each !== undefined);
  const [wide, narrow] = [oneDrawing(drawn(false), asked), oneDrawing(drawn(true), asked)];
  if (!wide) return '';
  const same = narrow === undefined || inside(wide) === inside(narrow);
  const svgs = same
    ? [svg(wide)]
    : [
        svg(changed(wide, { class: 'wide' })),
        svg(named(changed(narrow, { class: 'narrow' }), `chart-${chart}-narrow`)),
        ...(languages.length === 2 ? [second(narrow, `chart-${chart}-narrow`)] : []),
      ];
  const names = ['chart', `chart-${chart}`, className].filter(Boolean).join(' ');
  return `<div class="${names}" id="chart-${chart}">${svgs.join('')}${alternative(drawn(false), asked)}</div>`;
}

/** More than the charts of several editions; the oldest are forgotten. */
const KEPT = 200;
const known = new Map<string, Element | undefined>();

/** The drawings of a chart as one. The same drawings are merged once in a process: a preview merges what was drawn anew. */
function oneDrawing(drawings: readonly Drawing[], { dress }: ScreenChart): Element | undefined {
  const dressed = drawings.map(({ svg }) => dress(svg));
  const key = dressed.join('\n');
  if (known.has(key)) return known.get(key);
  const variants = dressed.flatMap((svg, i) => {
    const root = parsed(svg);
    return root ? [{ letter: LETTERS[i] ?? '', root }] : [];
  });
  const one = merged(variants);
  const slim = one && slimmed(one);
  if (known.size >= KEPT) known.delete(known.keys().next().value ?? '');
  known.set(key, slim);
  return slim;
}

const inside = ({ attributes, children }: Element): string =>
  `${attributes.get('viewBox')} ${children.map(written).join('')}`;

/** A listener hears the text beside the drawing, so the drawing itself is silent. */
const svg = (root: Element): Html =>
  written(
    changed(root, {
      xmlns: undefined,
      role: undefined,
      'aria-label': undefined,
      'aria-hidden': 'true',
      id: undefined,
    }),
  );

/** The drawing with all that is in it under one name. */
const named = (root: Element, id: string): Element =>
  changed(root, {}, [{ tag: 'g', attributes: new Map([['id', id]]), children: root.children }]);

/** Where a phone shows both languages, the second has the drawing once more, in its words. */
function second(narrow: Element, id: string): Html {
  const { attributes } = narrow;
  const size = ['width', 'height', 'viewBox', 'font-size']
    .filter((name) => attributes.has(name))
    .map((name) => ` ${name}="${attributes.get(name)}"`)
    .join('');
  return `<svg class="narrow second" aria-hidden="true"${size}><use href="#${id}"/></svg>`;
}

function alternative(drawings: readonly Drawing[], { chart, languages }: ScreenChart): Html {
  const said = languages.map((lang) => {
    const text = drawings.map((drawing) => drawing.alternative[lang]).find((each) => each !== undefined) ?? '';
    return `<span lang="${lang}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</span>`;
  });
  const text = said.length === 1 ? (said[0] ?? '') : `<span class="stack">${said.join('')}</span>`;
  return `<p class="unseen" id="alternative-${chart}" data-exempt="alternative">${text}</p>`;
}
