import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export interface Media {
  readonly schema?: object;
  readonly example?: unknown;
}
export type Content = Readonly<Record<string, Media>>;
export interface Operation {
  readonly parameters: readonly { readonly name?: string; readonly $ref?: string; readonly in?: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content; readonly $ref?: string }>>;
  readonly security: readonly Readonly<Record<string, unknown>>[];
}
export interface Described {
  readonly name: string;
  readonly operation: Operation;
}

/** The API as it describes itself, and whether what it answers is so. */
export class ApiDescription {
  readonly operations: readonly Described[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });

  private constructor(readonly document: any) {
    formats.default(this.ajv);
    this.ajv.addSchema({ ...closed(document), $id: 'api' });
    this.operations = Object.entries(document.paths as object).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        operation,
      })),
    );
  }

  static async of(url: string): Promise<ApiDescription> {
    return new ApiDescription(await (await fetch(`${url}/api/openapi.json`)).json());
  }

  /** The operation behind a route's pattern, such as `GET /api/v1/polls/:id`; undefined if none is described. */
  behind(route: string): Operation | undefined {
    const name = route.replace(/:(\w+)/g, '{$1}');
    return this.operations.find((described) => described.name === name)?.operation;
  }

  /** What in a value is not as the schema says, members included that it does not declare. */
  faults(schema: object, value: unknown): string[] {
    const check: ValidateFunction = this.ajv.compile(inDocument(closed(schema)) as object);
    check(value);
    return (check.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  }

  /** The same for a body that a route took. */
  faultsOfRequest(route: string, body: unknown): string[] {
    const schema = this.behind(route)?.requestBody?.content['application/json']?.schema;
    return schema ? this.faults(schema, body) : [];
  }

  /** The same for an answer of a route. */
  faultsOfAnswer(route: string, status: number, body: unknown): string[] {
    const { $ref, content } = this.behind(route)?.responses[status] ?? { $ref: PROBLEM };
    const described = $ref ? this.document.components.responses.Problem.content : content;
    const [[type, { schema }] = ['', {}]] = Object.entries((described ?? {}) as Content);
    if (!schema) return body ? [`${status} was to have no body`] : [];
    return type.endsWith('json') ? this.faults(schema, body) : [];
  }
}

const PROBLEM = '#/components/responses/Problem';

/** Refuses members that a shape does not declare: a reader must bear new ones, a test must see them. */
function closed(value: unknown): any {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]));
  const isShape = 'properties' in parts && [parts.type].flat().includes('object');
  return { ...parts, ...(isShape && { additionalProperties: false }) };
}

function inDocument(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/', '"api#/'));
}
