import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { Request, RequestMessageEdge } from './request.js';

@ObjectType({ description: 'The link that works from now on.' })
export class RotateRequestLinkPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The address to pass on, where no mail can carry it; told once, and audited.',
  })
  requestUrl?: string | null;

  @Field(() => Ticket, { nullable: true, description: 'The ticket.' })
  ticket?: Ticket;

  @Field(() => String, { nullable: true, description: 'To whom it is sent; null where no mail can carry it.' })
  sentTo?: string | null;
}

@ObjectType({ description: 'The answer, and the request as it is now.' })
export class AddRequestMessagePayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The page of the new request, where this answer began one; told once.',
  })
  requestUrl?: string | null;

  @Field(() => RequestMessageEdge, { nullable: true, description: 'Its edge; null where it began a new request.' })
  messageEdge?: RequestMessageEdge | null;

  @Field(() => Request, { nullable: true, description: 'The request that was answered, as it is now.' })
  request?: Request;
}

@ObjectType({ description: 'The request as it is now.' })
export class ResolveRequestPayload extends Payload {
  @Field(() => Request, { nullable: true, description: 'The request as it is now.' })
  request?: Request;
}
