/**
 * What an answer with a list of tickets looks like: JSON that is always the same, and in between rows, page facts and
 * a count. Fields are collected as the executor collects them, so fragments, aliases and directives mean the same.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { type PlainWriter, plainWriter } from './plain-object.js';
import type { Step, Value } from './row-writer.js';
import {
  type ColumnOf,
  descriptionColumn,
  isReference,
  type Reference,
  referenceColumn,
  ticketValue,
} from './ticket-values.js';

export type PageFact = 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';

/** What stands in an answer after some JSON. */
export type Piece =
  | { readonly kind: 'rows'; readonly steps: readonly Step[]; readonly after: string }
  | { readonly kind: 'fact'; readonly fact: PageFact }
  | { readonly kind: 'count' };

export type ShownReference = { readonly name: Reference; readonly column: number; readonly write: PlainWriter };

export type ListShape = {
  readonly pieces: readonly { readonly before: string; readonly piece: Piece }[];
  readonly after: string;
  /** Of a row, beginning with its number and what the list is sorted by, which is told later. */
  readonly columns: readonly string[];
  readonly references: readonly ShownReference[];
  /** Where long texts are missing, or null where none is wanted. */
  readonly longTextColumn: number | null;
  /** The field whose failure is the list's: whoever resolves it reads the page. */
  readonly reader: readonly [key: string, nodes: readonly FieldNode[]];
};

/** What the fields of a document are collected by. */
export type Selecting = {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
};

const reserved = ['ticket.number', 'the sort key'];
const facts: readonly string[] = ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'] satisfies PageFact[];

/** Null where something is asked for that cannot be written from rows. */
export function shapeOf(
  selecting: Selecting,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
): ListShape | null {
  const shape = new Shape(selecting);
  return shape.list(connection, nodes) && shape.reader
    ? { ...shape, after: shape.literal, reader: shape.reader }
    : null;
}

class Shape {
  readonly pieces: { before: string; piece: Piece }[] = [];
  readonly columns = [...reserved];
  readonly references: ShownReference[] = [];
  longTextColumn: number | null = null;
  reader: [string, readonly FieldNode[]] | null = null;
  /** JSON since the last piece or step. */
  literal = '';

  constructor(private readonly selecting: Selecting) {}

  list(type: GraphQLObjectType, nodes: readonly FieldNode[]): boolean {
    return this.#object(type, nodes, (name, key, inner, below) => {
      if (name === 'totalCount') return this.#piece({ kind: 'count' });
      this.reader ??= [key, inner];
      if (name === 'edges') return this.#rows(below, inner);
      return (
        name === 'pageInfo' &&
        this.#object(
          below,
          inner,
          (fact) => facts.includes(fact) && this.#piece({ kind: 'fact', fact: fact as PageFact }),
        )
      );
    });
  }

  /** Every field of an object in turn; what `write` cannot write nobody does. */
  #object(
    type: GraphQLObjectType | null,
    nodes: readonly FieldNode[],
    write: (name: string, key: string, nodes: readonly FieldNode[], below: GraphQLObjectType | null) => boolean,
  ): boolean {
    if (!type) return false;
    const { schema, fragments, variables } = this.selecting;
    let separator = '{';
    for (const [key, inner] of collectSubfields(schema, fragments, variables, type, nodes)) {
      const name = inner[0]?.name.value ?? '';
      this.literal += `${separator}${JSON.stringify(key)}:`;
      separator = ',';
      if (name === '__typename') this.literal += `"${type.name}"`;
      else if (!write(name, key, inner, objectOf(type, name))) return false;
    }
    this.literal += separator === '{' ? '{}' : '}';
    return true;
  }

  #piece(piece: Piece): true {
    this.pieces.push({ before: this.literal, piece });
    this.literal = '';
    return true;
  }

  #rows(type: GraphQLObjectType | null, nodes: readonly FieldNode[]): boolean {
    const before = this.literal;
    this.literal = '';
    const steps: Step[] = [];
    const add = (value: Value | null) => {
      if (!value) return false;
      steps.push({ before: this.literal, value });
      this.literal = '';
      return true;
    };
    const isWritten = this.#object(type, nodes, (name, _key, inner, below) => {
      if (name === 'cursor') return add({ kind: 'cursor' });
      return (
        name === 'node' &&
        this.#object(below, inner, (field, _fieldKey, fieldNodes, target) =>
          add(this.#value(below, field, fieldNodes, target)),
        )
      );
    });
    if (!isWritten) return false;
    const after = this.literal;
    this.literal = `${before}[`;
    this.#piece({ kind: 'rows', steps, after });
    this.literal = ']';
    return true;
  }

  #value(
    ticket: GraphQLObjectType | null,
    name: string,
    nodes: readonly FieldNode[],
    target: GraphQLObjectType | null,
  ): Value | null {
    if (!ticket) return null;
    if (target) return isReference(name) ? this.#reference(name, nodes, target) : null;
    const value = ticketValue(ticket, name, this.#columnOf);
    if (value?.kind === 'longText') this.longTextColumn = this.#columnOf(descriptionColumn);
    return value;
  }

  #reference(name: Reference, nodes: readonly FieldNode[], target: GraphQLObjectType): Value | null {
    const { schema, fragments, variables } = this.selecting;
    const write = plainWriter(target, collectSubfields(schema, fragments, variables, target, nodes));
    if (!write) return null;
    const column = this.#columnOf(referenceColumn(name));
    return { kind: 'reference', column, index: this.references.push({ name, column, write }) - 1 };
  }

  readonly #columnOf: ColumnOf = (sql) => {
    const known = this.columns.indexOf(sql);
    return known < 0 ? this.columns.push(sql) - 1 : known;
  };
}

function objectOf(type: GraphQLObjectType, name: string): GraphQLObjectType | null {
  const below = getNamedType(type.getFields()[name]?.type);
  return isObjectType(below) ? below : null;
}
