import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { connectionType, edgeType } from '../../relay/connection.js';
import { Node } from '../../relay/node.js';
import { Payload } from '../../relay/payload.js';

export enum InboundMailState {
  RECEIVED = 'received',
  NEW_TICKET = 'new_ticket',
  THREADED = 'threaded',
  AUTOMATIC = 'automatic',
  BOUNCE = 'bounce',
  IGNORED = 'ignored',
  QUARANTINED = 'quarantined',
  FAILED = 'failed',
}

registerEnumType(InboundMailState, {
  name: 'InboundMailState',
  description: 'What became of a mail.',
  valuesConfig: {
    RECEIVED: { description: 'It is kept, and not read yet.' },
    NEW_TICKET: { description: 'It became a ticket.' },
    THREADED: { description: 'Its words are an answer on a ticket.' },
    AUTOMATIC: { description: 'A machine wrote it; it is filed and says nothing.' },
    BOUNCE: { description: 'A mail of the desk came back.' },
    IGNORED: { description: 'The desk wrote it, its sender is blocked, or the same mail came before.' },
    QUARANTINED: { description: 'It is too large, too deep or one of too many; it waits for a person.' },
    FAILED: { description: 'It could not be read; where it could be, it is on a ticket as a file.' },
  },
});

@ObjectType({ implements: Node, description: 'A mail that came in. Kept before it is read, so that none is lost.' })
export class InboundMail extends Node {
  key!: string;
  ticketNumber!: number | null;

  @Field(() => DateTime, { description: 'When it came.' })
  receivedAt!: string;

  @Field(() => String, { nullable: true, description: 'Whom its headers name as its sender; null where nobody.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Its subject; null while it is not read.' })
  subject!: string | null;

  @Field(() => InboundMailState, { description: 'What became of it.' })
  state!: InboundMailState;

  @Field(() => String, { description: 'Why: the rule that threaded, filed or refused it.' })
  verdict!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  size!: number;

  /** Its bytes are forgotten after a while. */
  hasSource!: boolean;

  override get nodeKey(): string {
    return this.key;
  }
}

export const InboundMailEdge = edgeType(InboundMail);
export type InboundMailEdge = InstanceType<typeof InboundMailEdge>;
export const InboundMailConnection = connectionType(InboundMail, InboundMailEdge);
export type InboundMailConnection = InstanceType<typeof InboundMailConnection>;

@InputType({ description: 'A mail to read again.' })
export class RetryInboundMailInput {
  @Field(() => ID, { description: 'Which mail.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'On which ticket its words belong, instead of a new one.' })
  ticketId?: string | null;
}

@ObjectType({ description: 'The mail that is read again.' })
export class RetryInboundMailPayload extends Payload {
  @Field(() => InboundMail, { nullable: true, description: 'The mail as it is now; null where it failed.' })
  inboundMail?: InboundMail;
}
