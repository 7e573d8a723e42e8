import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { decodeGlobalId } from './global-id.js';
import { Node } from './node.js';

const mostNodes = 100;

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its id; null where the id is unknown or malformed.',
  })
  node(
    @Arg('id', () => ID, { description: 'The global id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    return load(id, context);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Many objects by their ids, in the order asked for; null where an id is unknown or malformed.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'The global ids, at most 100.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    if (ids.length > mostNodes) {
      throw new GraphQLError(`\`ids\` has ${ids.length} entries; at most ${mostNodes} are allowed.`, {
        extensions: { code: 'BAD_USER_INPUT', argument: 'ids' },
      });
    }
    return Promise.all(ids.map((id) => load(id, context)));
  }
}

/** Each loader knows one type of node and answers null for keys that it cannot have issued. */
async function load(id: string, { nodeLoaders }: Context): Promise<Node | null> {
  const globalId = decodeGlobalId(id);
  const loader = globalId && Object.hasOwn(nodeLoaders, globalId.type) ? nodeLoaders[globalId.type] : null;
  return globalId && loader ? loader(globalId.key) : null;
}
