/**
 * Reads out of the sources what running code no longer knows: the shapes that controllers answer, as the contracts
 * declare them, and those that they take. Writes `dist/api-shapes.json`, which the API's description is completed with.
 *
 * `{ schemas, operations: { "PollsController_show": { summary?, media, answer, query } } }`: `answer` is a
 * schema, or null where the body is empty; `query` a list of parameters.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { decoratorsOf, Shapes } from './json-schema.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = join(ROOT, 'dist', 'api-shapes.json');
const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
const PROBLEM = 'src/platform/http/problem.contract.ts';

const program = openProgram();
const checker = program.getTypeChecker();
const shapes = new Shapes(checker);
const files = program
  .getSourceFiles()
  .filter(({ fileName }) => fileName.startsWith(ROOT) && !/\/node_modules\//.test(fileName));
const operations = Object.fromEntries(files.flatMap(controllersIn).flatMap(operationsOf));
describeProblem();
mkdirSync(dirname(TARGET), { recursive: true });
writeFileSync(TARGET, JSON.stringify({ schemas: shapes.schemas, operations }));

function openProgram() {
  const path = join(ROOT, 'tsconfig.build.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return ts.createProgram(fileNames, { ...options, noEmit: true });
}

function controllersIn(file) {
  return file.statements.filter((node) => {
    if (!ts.isClassDeclaration(node)) return false;
    const names = decoratorsOf(node).map(({ name }) => name);
    return names.includes('Controller') && !names.includes('ApiExcludeController');
  });
}

function operationsOf(controller) {
  return controller.members
    .filter((node) => decoratorsOf(node).some(({ name }) => ROUTES.has(name)))
    .map((method) => [`${controller.name.text}_${method.name.getText()}`, operationOf(method)]);
}

function operationOf(method) {
  for (const { type } of parametersWith(method, 'Body')) shapes.of(type);
  const summary = shapes.comment(checker.getSymbolAtLocation(method.name));
  const media = mediaOf(method);
  return { ...(summary && { summary }), media, answer: answerOf(method, media), query: queryOf(method) };
}

/** What the method's decorators say that it answers; JSON if they say nothing. */
function mediaOf(method) {
  const texts = decoratorsOf(method).map(({ name, args }) => [name, ...args.map(({ text }) => text)]);
  const [, ...produced] = texts.find(([name]) => name === 'ApiProduces') ?? [];
  const [, , header] = texts.find(([name, arg]) => name === 'Header' && arg === 'Content-Type') ?? [];
  if (produced.length > 0) return produced;
  return [header ?? 'application/json'];
}

function answerOf(method, [media]) {
  if (media !== 'application/json') return { type: 'string', contentMediaType: media };
  const type = checker.getAwaitedType(
    checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method)),
  );
  return type.flags & ts.TypeFlags.Void ? null : shapes.of(type);
}

function queryOf(method) {
  return parametersWith(method, 'Query').flatMap(({ type, args }) => {
    const [name] = args;
    const fields = name ? [{ name: name.text, schema: shapes.of(type, name.text) }] : shapes.fields(type);
    return fields.map(({ name, schema: { description, ...schema } }) => ({
      name,
      in: 'query',
      required: false,
      ...(description && { description }),
      schema,
    }));
  });
}

function parametersWith(method, wanted) {
  return method.parameters.flatMap((parameter) => {
    const decorator = decoratorsOf(parameter).find(({ name }) => name === wanted);
    return decorator ? [{ type: checker.getTypeAtLocation(parameter), args: decorator.args }] : [];
  });
}

/** The problem document, with the codes of all rooms. More may come: a code is any text, and these are known. */
function describeProblem() {
  const file = program.getSourceFile(join(ROOT, PROBLEM));
  const problem = file.statements.find(ts.isInterfaceDeclaration);
  shapes.of(checker.getTypeAtLocation(problem));
  const { code } = shapes.schemas[problem.name.text].properties;
  delete code.type;
  code.anyOf = [{ type: 'string', enum: files.flatMap(codesIn) }, { type: 'string' }];
}

function codesIn(file) {
  const symbol = checker.getSymbolAtLocation(file);
  return (symbol ? checker.getExportsOfModule(symbol) : [])
    .filter(({ name, declarations }) => name.endsWith('_ERRORS') && declarations[0].getSourceFile() === file)
    .flatMap((table) => checker.getPropertiesOfType(checker.getTypeOfSymbol(table)).map(({ name }) => name));
}
