import { Validator } from '@seriousme/openapi-schema-validator';
import { ApiDescription, type Content } from '../support/api-description.js';
import { startApp, type TestApp } from '../support/app.js';

/** Answers without a body. */
const EMPTY = ['202', '204'];

let test: TestApp;
let api: ApiDescription;
beforeAll(async () => {
  test = await startApp();
  api = await ApiDescription.of(test.url);
});
afterAll(() => test.stop());

const answerOf = (responses: object): [string, { content?: Content }] => {
  const [[status, answer]] = Object.entries(responses).filter(([key]) => key !== 'default') as [any];
  return [status, answer];
};
const json = (content: Content = {}) => Object.entries(content).filter(([type]) => type.endsWith('json'));

it('is OpenAPI 3.1', async () => {
  expect(api.document.openapi).toMatch(/^3\.1\./);
  expect(await new Validator().validate(structuredClone(api.document))).toMatchObject({ valid: true });
});

it('says of every operation what it answers and how it refuses', () => {
  expect(api.operations.length).toBeGreaterThan(80);
  const silent = api.operations.filter(({ operation: { responses } }) => {
    const [status, { content = {} }] = answerOf(responses);
    const schemas = Object.values(content).filter(({ schema }) => schema);
    return EMPTY.includes(status) ? schemas.length > 0 : schemas.length === 0;
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
  for (const { operation } of api.operations)
    expect(operation.responses.default).toEqual({ $ref: '#/components/responses/Problem' });
});

it('shows an example of every body, each as its schema says', () => {
  const bodies = [
    ...api.operations.flatMap(({ name, operation: { requestBody, responses } }) => [
      ...json(requestBody?.content).map(([, media]) => ({ of: `${name} takes`, ...media })),
      ...json(answerOf(responses)[1].content).map(([, media]) => ({ of: `${name} answers`, ...media })),
    ]),
    ...json(api.document.components.responses.Problem.content).map(([, media]) => ({
      of: 'refusal',
      ...media,
    })),
  ];
  expect(bodies.length).toBeGreaterThan(110);
  const wrong = bodies.flatMap(({ of, schema = {}, example }) => [
    ...(example === undefined || JSON.stringify(example).includes('…')
      ? [`${of}: an example is missing`]
      : []),
    ...api.faults(schema, example).map((fault) => `${of}: ${fault}`),
  ]);
  expect(wrong).toEqual([]);
});

it('describes the key of every write and the cursor of every list', () => {
  const named = ({ $ref, name }: { $ref?: string; name?: string }): string =>
    name ?? api.document.components.parameters[$ref?.split('/').at(-1) as string].name;
  const lacking = api.operations.filter(({ name, operation }) => {
    const names = operation.parameters.map(named);
    const [, { content }] = answerOf(operation.responses);
    const pages = json(content).some(([, { example }]) => Object.hasOwn(example as object, 'next'));
    const wanted = name.startsWith('GET')
      ? pages
        ? ['cursor', 'limit']
        : []
      : ['Idempotency-Key', 'X-Nidaa'];
    return !wanted.every((one) => names.includes(one));
  });
  expect(lacking.map(({ name }) => name)).toEqual([]);
  const cast = api.behind('PUT /api/v1/rounds/:id/ballot')?.parameters;
  expect(cast).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', required: true }));
});

it('finds an undeclared member, a missing one and a wrong value', () => {
  const schema = { $ref: '#/components/schemas/ApiTokenView' };
  const token =
    api.document.paths['/api/v1/me/api-tokens'].get.responses[200].content['application/json'].example
      .items[0];
  expect(api.faults(schema, token)).toEqual([]);
  expect(api.faults(schema, { ...token, secret: 'x' })).toEqual([expect.stringContaining('secret')]);
  expect(api.faults(schema, { ...token, createdAt: 'today' })).toEqual([
    expect.stringContaining('date-time'),
  ]);
  expect(api.faults(schema, { ...token, name: undefined })).toEqual([expect.stringContaining('name')]);
});
