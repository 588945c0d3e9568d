import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A JSON Schema (2020-12), as far as the description of the API writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}
export type Schemas = Readonly<Record<string, Schema>>;

/** What the build read out of the sources: `scripts/describe-api.mjs` says how. */
export interface ApiShapes {
  readonly schemas: Schemas;
  /** By controller and method: `PollsController_show`. */
  readonly operations: Readonly<Record<string, OperationShape>>;
}
export interface OperationShape {
  readonly summary?: string;
  readonly media: readonly string[];
  /** Null where the body is empty. */
  readonly answer: Schema | null;
  readonly query: readonly Parameter[];
}
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

/** Where the build put it, seen from the server's build and from its sources, which the tests run. */
const PLACES = ['../../../api-shapes.json', '../../../dist/api-shapes.json'];

/** Throws if the API's shapes were not built. */
export function readShapes(): ApiShapes {
  const path = PLACES.map((place) => join(import.meta.dirname, place)).find(existsSync);
  if (!path) throw new Error('the shapes of the API are not built');
  return JSON.parse(readFileSync(path, 'utf8')) as ApiShapes;
}

/** The name of the component that a schema refers to, or null. */
export function nameOf({ $ref }: Schema): string | null {
  return $ref?.split('/').at(-1) ?? null;
}
