/** What was read does not fit its shape. The message is one sentence that names the first place that does not. */
export class ShapeError extends Error {}

/** A part of a JSON document: how it is checked, and the same said in JSON Schema (2020-12). */
export interface Shape {
  /** Whether a record may lack it. */
  readonly optional?: true;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Throws a ShapeError; `at` is the path of the value. */
  check(value: unknown, at: string): void;
}

function shape(schema: Shape['schema'], wanted: string, fits: (value: unknown) => boolean): Shape {
  return {
    schema,
    check(value, at) {
      if (!fits(value)) throw new ShapeError(`${at || 'it'} must be ${wanted}`);
    },
  };
}

/** A database takes no NUL, and a lone surrogate has no bytes in UTF-8. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0');

export const text = shape({ type: 'string' }, 'a text without NUL and lone surrogates', isText);
export const key = shape(
  { type: 'string', minLength: 1 },
  'a text that is not empty',
  (v) => isText(v) && v !== '',
);
export const number = shape(
  { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 },
  'a whole number from 0',
  (v) => Number.isInteger(v) && (v as number) >= 0 && (v as number) < 2 ** 31,
);
export const flag = shape({ type: 'boolean' }, 'true or false', (v) => typeof v === 'boolean');

export function pattern(of: string, wanted: string): Shape {
  const fits = new RegExp(of);
  return shape({ type: 'string', pattern: of }, wanted, (v) => typeof v === 'string' && fits.test(v));
}

export function oneOf(values: readonly string[]): Shape {
  return shape({ enum: values }, `one of ${values.join(', ')}`, (v) => values.includes(v as string));
}

export function orNull(other: Shape): Shape {
  return {
    schema: { anyOf: [other.schema, { type: 'null' }] },
    check: (value, at) => void (value === null || other.check(value, at)),
  };
}

/** A member that a record may lack. */
export function optional(other: Shape): Shape {
  return {
    schema: other.schema,
    optional: true,
    check: (value, at) => void (value === undefined || other.check(value, at)),
  };
}

export function list(of: Shape): Shape {
  const isList = shape({}, 'a list', Array.isArray);
  return {
    schema: { type: 'array', items: of.schema },
    check(value, at) {
      isList.check(value, at);
      for (const [i, item] of (value as unknown[]).entries()) of.check(item, `${at}[${i}]`);
    },
  };
}

/** An object with exactly these members; those that are optional may be left out. */
export function record(members: Readonly<Record<string, Shape>>): Shape {
  const isRecord = shape({}, 'an object', (v) => typeof v === 'object' && v !== null && !Array.isArray(v));
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(members).map(([name, { schema }]) => [name, schema])),
      required: Object.keys(members).filter((name) => !members[name]?.optional),
      additionalProperties: false,
    },
    check(value, at) {
      isRecord.check(value, at);
      const known = value as Record<string, unknown>;
      const path = (name: string) => (at ? `${at}.${name}` : name);
      for (const [name, member] of Object.entries(members)) member.check(known[name], path(name));
      for (const name of Object.keys(known))
        if (!Object.hasOwn(members, name)) throw new ShapeError(`${path(name)} must be left out`);
    },
  };
}
