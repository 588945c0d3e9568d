/** An exact, reduced fraction with a positive denominator. Weights and majorities never meet floating point. */
export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);

  private constructor(
    readonly num: bigint,
    readonly den: bigint,
  ) {}

  static of(num: bigint | number, den: bigint | number = 1n): Fraction {
    const n = BigInt(num);
    const d = BigInt(den);
    if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
    const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
    return new Fraction(n / divisor, d / divisor);
  }

  /** Reads `"3"` or `"3/2"`; anything else throws a RangeError. */
  static parse(text: string): Fraction {
    const match = /^(-?\d{1,30})(?:\/(\d{1,30}))?$/.exec(text);
    if (!match) throw new RangeError(`not an exact number: ${text.slice(0, 40)}`);
    return Fraction.of(BigInt(match[1] as string), BigInt(match[2] ?? '1'));
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(this.num * other.den + other.num * this.den, this.den * other.den);
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.num, other.den));
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.num * other.num, this.den * other.den);
  }

  /** -1, 0 or 1. */
  compare(other: Fraction): -1 | 0 | 1 {
    const left = this.num * other.den;
    const right = other.num * this.den;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  isZero(): boolean {
    return this.num === 0n;
  }

  /** `"3"` for whole numbers, else `"3/2"`: the form in which weights are stored and sent. */
  toString(): string {
    return this.den === 1n ? `${this.num}` : `${this.num}/${this.den}`;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y) [x, y] = [y, x % y];
  return x || 1n;
}
