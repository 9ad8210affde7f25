import { describe, expect, it } from 'vitest';
import { overlaid } from '../../src/validate/overlay.ts';
import { contentOf, found } from './project.ts';

const files = new Map(
  [
    'templates/a.hbs',
    'templates/points/b.hbs',
    'templates/editions/2005/points/b.hbs',
    'templates/editions/2006/a.hbs',
    'templates/editions/2005/c.hbs',
  ].map((path) => [path, path]),
);

describe("an edition's own files", () => {
  it('stand for the common ones', () => {
    expect([...overlaid(files, '2005')]).toEqual([
      ['a.hbs', 'templates/a.hbs'],
      ['c.hbs', 'templates/editions/2005/c.hbs'],
      ['points/b.hbs', 'templates/editions/2005/points/b.hbs'],
    ]);
  });

  it('are not seen by other editions', () => {
    expect(overlaid(files, '2006').get('a.hbs')).toBe('templates/editions/2006/a.hbs');
    expect(overlaid(files, '2006').get('points/b.hbs')).toBe('templates/points/b.hbs');
    expect(overlaid(files, '200').get('a.hbs')).toBe('templates/a.hbs');
  });

  it('may be templates, styles and charts', () => {
    const content = contentOf({
      'templates/editions/2005/points/scale.hbs': 'own',
      'templates/styles/print.css': 'common',
      'templates/editions/2005/styles/print.css': 'own',
      'templates/editions/2005/charts/scale.yaml': 'title: own\n',
      'templates/editions/2006/charts/other.yaml': 'title: of another\n',
    });
    expect(content.templates.get('points/scale.hbs')).toEqual({
      file: 'templates/editions/2005/points/scale.hbs',
      text: 'own',
    });
    expect(content.styles.get('print.css')?.text).toBe('own');
    expect(content.charts.get('scale')?.placed.value).toEqual({ title: 'own' });
    expect([...content.charts.keys()]).toEqual(['scale']);
  });

  it('may be a point that only this edition has', () => {
    const edition = 'window: {start: 2001, end: 2005}\ndate: 2026-11-22\npoints: [scale, extra]\n';
    const changes = { 'data/editions/2005.yaml': edition, 'templates/editions/2005/points/extra.hbs': 'x' };
    expect(contentOf(changes).edition.points.map(({ id }) => id)).toEqual(['scale', 'extra']);
  });
});

describe('a chart', () => {
  it.each([
    ['is no map', '- a\n', 1, 1],
    ['has usermeta that is no map', 'usermeta: x\n', 1, 11],
    ['tells the brief nothing in keys', 'usermeta:\n  brief: [x]\n', 2, 10],
  ])('is refused where it %s', (_, text, line, column) => {
    expect(found({ 'templates/charts/scale.yaml': text })).toEqual([['shape-wrong-value', line, column]]);
  });
});
