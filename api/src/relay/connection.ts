/** Relay connections over keyset pages: arguments in, edges and true page facts out. Knows no feature. */
import { GraphQLError } from 'graphql';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Page, PageRequest, Position } from '../database/keyset.js';
import { opaque } from './opaque.js';

export const defaultSize = 20;
export const largestSize = 100;

@ArgsType()
export class ConnectionArguments {
  @Field(() => Int, { nullable: true, description: 'How many from the start of the range, 0–100. Default: 20.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor. An empty one is none.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many from the end of the range, 0–100. Not together with `first`.',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor. An empty one is none.' })
  before?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  constructor(private readonly page: Page<unknown>) {}

  @Field(() => Boolean, { description: 'Whether anything follows the last edge.' })
  hasNextPage(): Promise<boolean> {
    return this.page.hasNext();
  }

  @Field(() => Boolean, { description: 'Whether anything precedes the first edge.' })
  hasPreviousPage(): Promise<boolean> {
    return this.page.hasPrevious();
  }

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor(): string | null {
    return cursorAt(this.page, 0);
  }

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null on an empty page.' })
  endCursor(): string | null {
    return cursorAt(this.page, this.page.items.length - 1);
  }
}

export function cursorAt(page: Page<unknown>, index: number): string | null {
  return index in page.items ? encodeCursor(page.positionOf(page.items[index])) : null;
}

export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

type NodeClass<T extends object> = ClassType<T> | (abstract new (...args: never[]) => T);

/** Makes the edge type of a node class, named `<Node>Edge`. */
export function edgeType<T extends object>(node: NodeClass<T>, name = node.name) {
  @ObjectType(`${name}Edge`, { description: `One ${node.name} of a list, and where it stands there.` })
  class NodeEdge implements Edge<T> {
    @Field(() => node, { description: 'What the list holds here.' })
    node!: T;

    @Field(() => String, { description: 'Opaque: pass it as `after` or `before`.' })
    cursor!: string;
  }
  return NodeEdge;
}

/** Makes the connection type of an edge class, named `<Node>Connection`; `totalCount` is the caller's to resolve. */
export function connectionType<T extends object>(node: NodeClass<T>, edge: ClassType<Edge<T>>, name = node.name) {
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${node.name} objects.` })
  class NodeConnection {
    #page: Promise<Page<T>> | undefined;

    /** Both are asked only for fields that are selected. */
    constructor(
      private readonly read: () => Promise<Page<T>>,
      private readonly count: () => Promise<number | null>,
    ) {}

    private page(): Promise<Page<T>> {
      this.#page ??= this.read();
      return this.#page;
    }

    @Field(() => [edge], { description: 'The page, in the order of the list.' })
    async edges(): Promise<Edge<T>[]> {
      const page = await this.page();
      return page.items.map((item) => edgeOf(item, page.positionOf(item)));
    }

    @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
    async pageInfo(): Promise<PageInfo> {
      return new PageInfo(await this.page());
    }

    @Field(() => Int, {
      nullable: true,
      description:
        'How many the whole list holds; null where a search matches too many to count in time. Computed only when selected.',
    })
    totalCount(): Promise<number | null> {
      return this.count();
    }
  }
  return NodeConnection;
}

export function edgeOf<T>(node: T, position: Position): Edge<T> {
  return { node, cursor: encodeCursor(position) };
}

function encodeCursor({ sort, number }: Position): string {
  return opaque(sort === null ? `${number}` : `${number}:${sort}`);
}

/** @throws GraphQLError BAD_USER_INPUT that names the argument. `isOfList` says whether a position can be one of this list. */
export function pageRequest(args: ConnectionArguments, isOfList: (position: Position) => boolean): PageRequest {
  if (args.first != null && args.last != null) throw badArgument('first', 'Send `first` or `last`, not both.');
  for (const name of ['first', 'last'] as const) {
    const size = args[name];
    if (size != null && (size < 0 || size > largestSize)) {
      throw badArgument(name, `\`${name}\` is ${size}; it must be between 0 and ${largestSize}.`);
    }
  }
  return {
    limit: args.first ?? args.last ?? defaultSize,
    forward: args.last == null,
    after: decodeCursor('after', args.after, isOfList),
    before: decodeCursor('before', args.before, isOfList),
  };
}

function decodeCursor(name: string, cursor: string | null | undefined, isOfList: (position: Position) => boolean) {
  if (cursor == null || cursor === '') return null;
  const [, digits, sort = null] = /^(\d{1,15})(?::(.{1,40}))?$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const position = { sort, number: Number(digits) };
  if (digits && isOfList(position) && encodeCursor(position) === cursor) return position;
  throw badArgument(name, `\`${name}\` is not a cursor of this list. Use one that a page of the same order answered.`);
}

function badArgument(argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}
