/** Documents for the desk's schema: any fields, arguments, variables, aliases, directives and fragments that it has. */
import fc, { type GeneratorValue } from 'fast-check';
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  isUnionType,
  print,
} from 'graphql';
import { inputValue, pick, rarely } from './graphql-values.js';

export type GraphqlRequest = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

const deepest = 7;

export function documentsOf(schema: GraphQLSchema): fc.Arbitrary<GraphqlRequest> {
  return fc.gen().map((draw) => new DocumentWriter(schema, draw).write());
}

class DocumentWriter {
  readonly #declarations: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: string[] = [];
  #names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: GeneratorValue,
  ) {}

  write(): GraphqlRequest {
    const isMutation = rarely(this.draw, 4);
    const root = isMutation ? this.schema.getMutationType() : this.schema.getQueryType();
    if (!root) throw new Error('The schema lacks a root type.');
    const selection = this.#selection(root, 0);
    const declared = this.#declarations.length > 0 ? `(${this.#declarations.join(', ')})` : '';
    const operation = `${isMutation ? 'mutation' : 'query'} Any${declared} ${selection}`;
    return { query: [operation, ...this.#fragments].join('\n'), variables: this.#variables };
  }

  /** Abstract types always tell which one they are, for without it nobody can judge the answer. */
  #selection(type: GraphQLCompositeType, depth: number): string {
    const parts = isAbstractType(type) || rarely(this.draw, 5) ? ['__typename'] : [];
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const usable = fields.filter((field) => depth < deepest || !isCompositeType(getNamedType(field.type)));
    const wanted = 1 + this.draw(fc.nat, { max: depth === 0 ? 2 : 5 });
    const taken = new Set<string>();
    for (let index = 0; index < wanted && usable.length > 0; index++) {
      const field = pick(this.draw, usable);
      parts.push(this.#field(field, depth, taken));
    }
    if (isAbstractType(type)) {
      const concrete = pick(this.draw, this.schema.getPossibleTypes(type));
      parts.push(`... on ${concrete.name} ${this.#selection(concrete, depth + 1)}`);
    }
    if (parts.length === 0) parts.push('__typename');
    return this.#perhapsFragment(type, `{ ${parts.join(' ')} }`);
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, taken: Set<string>): string {
    // The same name twice with other arguments is refused, so the second has a name of its own.
    const isAliased = taken.has(field.name) || rarely(this.draw, 15);
    taken.add(field.name);
    const alias = isAliased ? `${this.#name('a')}: ` : '';
    const type = getNamedType(field.type);
    const inner = isCompositeType(type) ? ` ${this.#selection(type, depth + 1)}` : '';
    return `${alias}${field.name}${this.#arguments(field.args)}${this.#directive()}${inner}`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => isRequiredArgument(arg) || arg.name === 'first' || rarely(this.draw, 5));
    const texts = given.map((arg) => `${arg.name}: ${this.#argumentValue(arg)}`);
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  #argumentValue({ type }: GraphQLArgument): string {
    if (rarely(this.draw, 2)) {
      const name = this.#name('v');
      this.#declarations.push(`$${name}: ${type}`);
      this.#variables[name] = inputValue(this.draw, type, true);
      return `$${name}`;
    }
    const literal = astFromValue(inputValue(this.draw, type, false), type);
    return literal ? print(literal) : 'null';
  }

  #directive(): string {
    if (!rarely(this.draw, 20)) return '';
    const name = this.#name('v');
    this.#declarations.push(`$${name}: Boolean!`);
    this.#variables[name] = this.draw(fc.boolean);
    return ` @${pick(this.draw, ['include', 'skip'])}(if: $${name})`;
  }

  #perhapsFragment(type: GraphQLCompositeType, selection: string): string {
    if (!rarely(this.draw, 6)) return selection;
    if (rarely(this.draw, 2)) return `{ ... on ${type.name} ${selection} }`;
    const name = this.#name('F');
    this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return `{ ...${name} }`;
  }

  #name(kind: string): string {
    return `${kind}${this.#names++}`;
  }
}
