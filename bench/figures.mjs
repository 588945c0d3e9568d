/** The middle one of several measurements. */
export const median = (values) => percentile(values, 0.5);

/** The value below which this share of the values lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Four digits say all that a measurement on a machine with neighbours can. */
export const round = (value) => Number(value.toPrecision(4));
