/** With `--smoke` each bench takes the small size: whether it still runs, not what it measures. */
export const sized = (measured, small) => (process.argv.includes('--smoke') ? small : measured);
