import type { OpenAPIObject } from '@nestjs/swagger';
import { exampleOf } from './openapi-examples.js';
import type { ApiShapes, OperationShape, Parameter, Schema, Schemas } from './openapi-shapes.js';

type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly unknown[];
}

/** Limits and words that a request's decorators say and its type does not. */
const SAID = ['description', 'example', 'minLength', 'maxLength', 'minItems', 'maxItems'];

const ACCOUNT = [{ bearer: [] }, { cookie: [] }];
const HEADERS: Readonly<Record<string, Parameter>> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'New for each intention, the same for its retries: a repeated write of the same account gets its first ' +
      'answer again, with `Idempotency-Replayed: true`. Without account it has no effect.',
    schema: { type: 'string', pattern: '^[!-~]{8,128}$', example: '0b8f6f1c-9a52-vote' },
  },
  Nidaa: {
    name: 'X-Nidaa',
    in: 'header',
    required: false,
    description: 'Needed, with any value, by every write that carries no API token.',
    schema: { type: 'string', example: '1' },
  },
};

/** Nest's description with what it cannot know at run time: answers, lists' parameters, problems and examples. */
export function complete(document: OpenAPIObject, shapes: ApiShapes): OpenAPIObject {
  const described = (document.components?.schemas ?? {}) as Schemas;
  const schemas = Object.fromEntries(
    Object.entries(shapes.schemas).map(([name, shape]) => [name, withSaid(shape, described[name])]),
  );
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods as Record<string, Operation>).map(([method, operation]) => [
          method,
          completeOperation(method, operation, shapes.operations[operation.operationId], schemas),
        ]),
      ),
    ]),
  );
  const components = {
    ...document.components,
    schemas,
    parameters: HEADERS,
    responses: {
      Problem: {
        description: 'Refused. `code` says why.',
        content: { 'application/problem+json': filled({ $ref: '#/components/schemas/Problem' }, schemas) },
      },
    },
  };
  return { ...document, paths, components } as unknown as OpenAPIObject;
}

function withSaid(shape: Schema, said: Schema | undefined): Schema {
  if (!said) return shape;
  const properties = Object.entries(shape.properties ?? {}).map(([name, property]) => {
    const words = Object.entries(said.properties?.[name] ?? {}).filter(([keyword]) => SAID.includes(keyword));
    return [name, { ...property, ...Object.fromEntries(words) }];
  });
  return { ...shape, properties: Object.fromEntries(properties) };
}

function completeOperation(
  method: string,
  operation: Operation,
  shape: OperationShape | undefined,
  schemas: Schemas,
): unknown {
  const reads = method === 'get';
  const [[status, answer] = ['200', {}]] = Object.entries(operation.responses);
  const { requestBody } = operation;
  return {
    ...operation,
    ...(shape?.summary && { summary: shape.summary }),
    parameters: [
      ...operation.parameters.map(describeParameter),
      ...(shape?.query ?? []),
      ...(reads ? [] : headersBeside(operation)),
    ],
    ...(requestBody && {
      requestBody: { ...requestBody, content: fillContent(requestBody.content, schemas) },
    }),
    responses: {
      [status]: {
        ...(answer as object),
        description: 'Done.',
        ...(shape?.answer && { content: contentOf(shape, schemas) }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
    security: operation.security ?? (reads ? [{}, ...ACCOUNT] : ACCOUNT),
  };
}

/** Ids in addresses are UUIDs; a header that the route describes itself keeps the common words. */
function describeParameter(parameter: Parameter): Parameter {
  const header = Object.values(HEADERS).find(({ name }) => name === parameter.name);
  if (header) return { ...header, required: parameter.required ?? false };
  const format = /^id$|Id$/.test(parameter.name) ? { format: 'uuid' } : {};
  return { ...parameter, schema: { ...parameter.schema, ...format } };
}

function headersBeside({ parameters }: Operation): unknown[] {
  return Object.entries(HEADERS)
    .filter(([, { name }]) => !parameters.some((own) => own.name === name))
    .map(([key]) => ({ $ref: `#/components/parameters/${key}` }));
}

function contentOf({ media, answer }: OperationShape, schemas: Schemas): Content {
  const schema = answer ?? {};
  return Object.fromEntries(media.map((type) => [type, describeMedia(type, schema, schemas)]));
}

/** Bytes have no example that JSON could hold. */
function describeMedia(type: string, schema: Schema, schemas: Schemas): Content[string] {
  return type.endsWith('json')
    ? filled(schema, schemas)
    : { schema: { type: 'string', contentMediaType: type } };
}

function fillContent(content: Content, schemas: Schemas): Content {
  return Object.fromEntries(
    Object.entries(content).map(([type, { schema = {} }]) => [
      type,
      type.endsWith('json') ? filled(schema, schemas) : { schema },
    ]),
  );
}

function filled(schema: Schema, schemas: Schemas): Content[string] {
  return { schema, example: exampleOf(schema, schemas) };
}
