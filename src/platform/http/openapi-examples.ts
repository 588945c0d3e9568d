import { LANGS } from '../../kernel/localized.js';
import { FORMATS, LOCALIZED, PLACE, VALUES } from './openapi-example-values.js';
import { nameOf, type Schema, type Schemas } from './openapi-shapes.js';

/** Stands where no example is known; a test finds it. */
const NONE = '…';

/** Where a schema stands: the named shape around it and the field that holds it. */
interface Place {
  readonly shape: string;
  readonly field: string;
}

/** A value that fits the schema: as it is given there, else as the tables know it, else made from its type. */
export function exampleOf(
  schema: Schema,
  schemas: Schemas,
  place: Place = { shape: '', field: '' },
): unknown {
  if (schema.example !== undefined) return schema.example;
  const known = [`${place.shape}.${place.field}`, place.field].find(
    (key) => key in VALUES && fits(VALUES[key], schema),
  );
  if (known) return VALUES[known];
  const name = nameOf(schema);
  if (name) return exampleOf(schemas[name] ?? {}, schemas, { shape: name, field: place.field });
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf[0] ?? {}, schemas, place);
  switch ([schema.type].flat()[0]) {
    case 'object':
      return objectOf(schema, schemas, place);
    case 'array':
      return listOf(schema, schemas, place);
    case 'boolean':
      return true;
    case 'string':
      return FORMATS[schema.format ?? ''] ?? NONE;
    default:
      return 1;
  }
}

function objectOf({ properties = {} }: Schema, schemas: Schemas, { shape, field }: Place): unknown {
  if (LANGS.every((lang) => properties[lang])) return LOCALIZED[field] ?? PLACE;
  return Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [
      name,
      exampleOf(part, schemas, { shape, field: name }),
    ]),
  );
}

function listOf({ prefixItems, items = {} }: Schema, schemas: Schemas, place: Place): unknown {
  return (prefixItems ?? [items]).map((part) => exampleOf(part, schemas, place));
}

/** Whether a value is of the schema's kind; that it is right in all else, a test sees. */
function fits(value: unknown, { $ref, anyOf, enum: members, type }: Schema): boolean {
  if (anyOf) return anyOf.some((schema) => fits(value, schema));
  if (members) return members.includes(value);
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if ($ref) return kind === 'object';
  return [type].flat().some((one) => one === kind || (one === 'integer' && kind === 'number'));
}
