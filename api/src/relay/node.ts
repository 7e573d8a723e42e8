import { Field, ID, InterfaceType } from 'type-graphql';
import { encodeGlobalId } from './global-id.js';

/** An object that can be refetched by its id alone. The class's name is the type in the id. */
@InterfaceType({
  description: 'An object with a globally unique id.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class Node {
  /** Unique within the type. */
  abstract get nodeKey(): string;

  @Field(() => ID, { description: 'Globally unique and opaque; refetch the object with `node(id:)`.' })
  get id(): string {
    return encodeGlobalId(this.constructor.name, this.nodeKey);
  }
}
