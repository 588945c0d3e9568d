/** The order in which people count: A2 before A10. What differs only in leading zeros goes by code unit. */
export function naturally(a: string, b: string): number {
  const [x, y] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (let at = 0; at < Math.min(x.length, y.length); at++) {
    const order = at % 2 === 1 ? byNumber(x[at] as string, y[at] as string) : byUnit(x[at], y[at]);
    if (order !== 0) return order;
  }
  return x.length - y.length || byUnit(a, b);
}

function byNumber(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || byUnit(x, y);
}

function byUnit(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
