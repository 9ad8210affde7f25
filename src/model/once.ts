/** Makes things once: what is made of a value that is what it was, is what it was. A preview and a brief of many editions live by it. */

/** A function that remembers what it made of each value, for as long as the value lives. */
export function once<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, { readonly of: Made }>();
  return (from) => {
    const found = made.get(from) ?? { of: make(from) };
    made.set(from, found);
    return found.of;
  };
}

/** The same for things that depend on a name besides: languages, an edition. */
export function onceFor<From extends object, Made>(
  make: (from: From, name: string) => Made,
): (from: From, name: string) => Made {
  const byName = once((_: From) => new Map<string, { readonly of: Made }>());
  return (from, name) => {
    const known = byName(from);
    const found = known.get(name) ?? { of: make(from, name) };
    known.set(name, found);
    return found.of;
  };
}
