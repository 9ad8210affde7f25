/** Where values stand in a text: offsets, kept beside the values as these are read. */

export interface Spot {
  /** The offset at which the value begins; for a value that was left empty, that of its key. */
  readonly start: number;
  /** The offset of its key, where it has one. */
  readonly key?: number;
  /** The same for what is inside a map or list. */
  readonly inner: ReadonlyMap<string, Spot> | readonly Spot[] | undefined;
}

/** A value as read, with its places. Maps have no prototype, so that no key means anything by itself. */
export interface Read {
  readonly value: unknown;
  readonly spot: Spot;
}
