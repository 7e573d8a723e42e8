import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { CreateTicketPayload } from '../../tickets/graphql/ticket.payloads.js';
import { Request, RequestFile, RequestMessage, RequestMessageConnection } from './request.js';
import { isTold } from './told.js';

@Resolver(() => Request)
export class RequestResolver {
  @Query(() => Request, {
    nullable: true,
    description: 'A request as the holder of its link sees it, asked for at /graphql?as=request.',
  })
  request(@Ctx() { caller, services }: Context): Promise<Request | null> {
    return services.requests.get(caller);
  }

  @FieldResolver(() => RequestMessageConnection, {
    description: 'What was said, oldest first; the description is the first of it.',
  })
  messages(
    @Root() request: Request,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { requests } }: Context,
  ): RequestMessageConnection {
    const page = pageRequest(args, ({ sort }) => sort === null);
    return new RequestMessageConnection(
      () => requests.messages(caller, request, page),
      () => requests.count(caller, request),
    );
  }
}

@Resolver(() => RequestMessage)
export class RequestMessageResolver {
  @FieldResolver(() => [RequestFile], { description: 'The files that came with it.' })
  async files(@Root() { place, beginnings }: RequestMessage, @Ctx() { loaders }: Context): Promise<RequestFile[]> {
    const files =
      place === 0
        ? await Promise.all(beginnings.map((number) => loaders.ticketFiles.load(String(number))))
        : [await loaders.replyFiles.load(String(place))];
    return files.flat().map((file) => new RequestFile(file));
  }
}

@Resolver(() => RequestFile)
export class RequestFileResolver {
  @FieldResolver(() => String, { description: 'A path on this desk, good for ten minutes and for this caller.' })
  url(@Root() { file }: RequestFile, @Ctx() { caller, services: { fileAddresses } }: Context): string {
    return fileAddresses.of(caller, file);
  }
}

/** The receipt of a submission. */
@Resolver(() => CreateTicketPayload)
export class ReceiptResolver {
  @FieldResolver(() => Request, {
    nullable: true,
    description: 'The ticket as its submitter may see it; null for whoever repeats somebody else’s submission.',
  })
  async request(
    @Root() { ticket, replayed, key, requester }: CreateTicketPayload,
    @Ctx() { caller, services: { requests, requestLinks } }: Context,
  ): Promise<Request | null> {
    if (!ticket || !isTold(caller, { replayed, key, requester })) return null;
    if (replayed && (await requestLinks.tellAgain(caller, ticket.number)) === null) return null;
    return requests.ofTicket(caller, ticket.number);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The address of the submitter’s own page: told once, and again for an idempotency key of 32 characters or more from the same network address. Null where a member of the team named somebody else.',
  })
  async requestUrl(
    @Root() { ticket, replayed, key, requester }: CreateTicketPayload,
    @Ctx() { caller, services: { requestLinks } }: Context,
  ): Promise<string | null> {
    return ticket ? requestLinks.ofSubmission(caller, ticket.number, { replayed, key, requester }) : null;
  }
}
