/** TypeScript's types as JSON Schema (2020-12), for what a wire can carry: no functions, no recursion by value. */
import ts from 'typescript';

/** What a name says of its text, by the house's own habit. */
const FORMATS = [
  [/^ids?$|Ids?$/, 'uuid'],
  [/At$/, 'date-time'],
  [/^(starts|ends)On$/, 'date'],
  [/^email$/, 'email'],
];
/** What the validators of a request's field say, as keywords of a schema. */
const VALIDATORS = {
  IsInt: () => ({ type: 'integer' }),
  IsUUID: () => ({ format: 'uuid' }),
  Min: (minimum) => ({ minimum }),
  Max: (maximum) => ({ maximum }),
  MinLength: (minLength) => ({ minLength }),
  MaxLength: (maxLength) => ({ maxLength }),
  Length: (minLength, maxLength) => ({ minLength, maxLength }),
  ArrayNotEmpty: () => ({ minItems: 1 }),
  ArrayMinSize: (minItems) => ({ minItems }),
  ArrayMaxSize: (maxItems) => ({ maxItems }),
};

/** `schemas` gathers the named shapes that the types asked for are made of; they are referenced, not repeated. */
export class Shapes {
  schemas = {};
  #symbols = new Map();

  constructor(checker) {
    this.checker = checker;
  }

  /** The schema of a type. `name` is that of the field which holds it: names tell ids from other texts. */
  of(type, name = '') {
    if (type.isUnion() && !is(type, ts.TypeFlags.Boolean)) return this.#union(type, name);
    if (is(type, ts.TypeFlags.Null)) return { type: 'null' };
    if (is(type, ts.TypeFlags.BooleanLike)) return { type: 'boolean' };
    if (type.isLiteral()) return { type: typeof type.value, enum: [type.value] };
    if (is(type, ts.TypeFlags.StringLike)) return { type: 'string', ...formatOf(name) };
    if (is(type, ts.TypeFlags.NumberLike)) return { type: 'number' };
    if (this.checker.isTupleType(type)) return this.#tuple(type, name);
    if (this.checker.isArrayType(type))
      return { type: 'array', items: this.of(this.checker.getTypeArguments(type)[0], name) };
    if (is(type, ts.TypeFlags.Object)) return this.#named(type) ?? this.#object(type);
    throw new Error(`no JSON carries ${this.checker.typeToString(type)} (${name})`);
  }

  /** The fields of a class or interface: name, schema with description, and whether each may be left out. */
  fields(type) {
    return this.checker.getPropertiesOfType(type).map((property) => {
      const description = this.comment(property);
      const schema = patterned(this.of(this.checker.getTypeOfSymbol(property), property.name), property);
      return {
        name: property.name,
        schema: { ...schema, ...this.#validated(property, schema), ...(description && { description }) },
        optional: Boolean(property.flags & ts.SymbolFlags.Optional),
      };
    });
  }

  comment(symbol) {
    return ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).replaceAll('\n', ' ');
  }

  #union(type, name) {
    const members = type.types.filter((member) => !is(member, ts.TypeFlags.Undefined | ts.TypeFlags.Null));
    const texts = members.filter((member) => member.isStringLiteral());
    const truths = members.filter((member) => is(member, ts.TypeFlags.BooleanLiteral));
    const others = members.filter((member) => !texts.includes(member) && !truths.includes(member));
    const schemas = [
      ...(texts.length > 0 ? [{ type: 'string', enum: texts.map(({ value }) => value) }] : []),
      ...(truths.length > 0 ? [{ type: 'boolean' }] : []),
      ...others.map((member) => this.of(member, name)),
      ...(type.types.some((member) => is(member, ts.TypeFlags.Null)) ? [{ type: 'null' }] : []),
    ];
    const [first, second, ...more] = schemas;
    if (!second) return first;
    if (more.length > 0 || second.type !== 'null' || !first.type || first.enum) return { anyOf: schemas };
    return { ...first, type: [first.type, 'null'] };
  }

  #tuple(type, name) {
    const prefixItems = this.checker.getTypeArguments(type).map((part) => this.of(part, name));
    return { type: 'array', prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length };
  }

  /** A reference to a shape that our sources name; null for one that is written out where it is used. */
  #named(type) {
    const symbol = type.aliasSymbol ?? type.symbol;
    const file = symbol?.declarations?.[0]?.getSourceFile();
    if (!file || file.fileName.includes('/node_modules/') || symbol.name.startsWith('__')) return null;
    const parts = type.aliasSymbol ? (type.aliasTypeArguments ?? []) : this.checker.getTypeArguments(type);
    const named = parts.filter((part) => !part.isTypeParameter()).map((part) => part.symbol.name);
    const name = `${named.join('')}${symbol.name}`;
    if ((this.#symbols.get(name) ?? symbol) !== symbol) throw new Error(`two shapes are named ${name}`);
    this.#symbols.set(name, symbol);
    if (!this.schemas[name]) {
      this.schemas[name] = {};
      const description = this.comment(symbol);
      Object.assign(this.schemas[name], this.#object(type), description && { description });
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #object(type) {
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const fields = this.fields(type);
    const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
    return {
      type: 'object',
      ...(fields.length > 0 && {
        properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
      }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.of(index.type) }),
      // Classes are what requests are checked against: members that they do not know are refused.
      ...(type.isClass() && { additionalProperties: false }),
    };
  }

  /** Limits in the decorators of a request's field; their arguments are constants that the types know. */
  #validated(property, schema) {
    const declaration = property.valueDeclaration;
    if (!declaration || !ts.canHaveDecorators(declaration)) return {};
    const keywords = decoratorsOf(declaration).flatMap(({ name, args }) => {
      const values = args.map((arg) => this.checker.getTypeAtLocation(arg).value);
      return VALIDATORS[name] && values.every((value) => typeof value === 'number')
        ? [VALIDATORS[name](...values)]
        : [];
    });
    const found = Object.assign({}, ...keywords);
    return found.type && schema.type !== 'number' ? {} : found;
  }
}

/** The decorators of a class, method, property or parameter: their names and the expressions given to them. */
export function decoratorsOf(node) {
  return (ts.getDecorators(node) ?? []).map(({ expression }) =>
    ts.isCallExpression(expression)
      ? { name: expression.expression.getText(), args: [...expression.arguments] }
      : { name: expression.getText(), args: [] },
  );
}

/** `@pattern` of a field's comment says what its name does not: an id that is no UUID. */
function patterned(schema, property) {
  const tag = property.getJsDocTags().find(({ name }) => name === 'pattern');
  if (!tag) return schema;
  const { format: _, ...rest } = schema;
  return { ...rest, pattern: ts.displayPartsToString(tag.text) };
}

function formatOf(name) {
  const format = FORMATS.find(([pattern]) => pattern.test(name))?.[1];
  return format ? { format } : {};
}

function is(type, flags) {
  return Boolean(type.flags & flags);
}
