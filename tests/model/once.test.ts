import { expect, it } from 'vitest';
import { once, onceFor } from '../../src/model/once.ts';

it('makes a thing once for the same value, and anew for an equal one', () => {
  let made = 0;
  const make = once((from: { readonly n: number }) => {
    made += 1;
    return [from.n, made];
  });
  const one = { n: 1 };
  expect(make(one)).toBe(make(one));
  expect(make({ n: 1 })).toEqual([1, 2]);
  expect(made).toBe(2);
});

it('remembers that nothing was made', () => {
  let asked = 0;
  const make = once((_: object) => {
    asked += 1;
  });
  const one = {};
  make(one);
  make(one);
  expect(asked).toBe(1);
});

it('makes a thing once for each name', () => {
  const make = onceFor((_: object, name: string) => ({ name }));
  const one = {};
  expect(make(one, 'vi en')).toBe(make(one, 'vi en'));
  expect(make(one, 'vi')).toEqual({ name: 'vi' });
});
