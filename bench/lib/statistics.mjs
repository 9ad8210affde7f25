/** Median, least and most of a handful of figures; ratios are taken round by round, so that a slow minute hits both sides. */

export function spread(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted[sorted.length - 1] };
}

/** @param base figures of the same rounds */
export const ratios = (values, base) => spread(values.map((value, round) => value / base[round]));
