import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, edgeType } from '../relay/connection.js';
import { Payload } from '../relay/payload.js';
import { Requester } from './requester.js';

const RequesterEdge = edgeType(Requester);
export const RequesterConnection = connectionType(Requester, RequesterEdge);
export type RequesterConnection = InstanceType<typeof RequesterConnection>;

@ObjectType({ description: 'The requester after the change.' })
export class UpdateRequesterPayload extends Payload {
  @Field(() => Requester, { nullable: true, description: 'The requester as they are now; null where it failed.' })
  requester?: Requester;
}

@ObjectType({ description: 'The requester who is forgotten.' })
export class EraseRequesterPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Take this id out of every list.' })
  erasedRequesterId?: string;
}
