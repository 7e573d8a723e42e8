import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { type ReplyItem_ReplyFragment, TicketPageDocument } from '../gql/graphql.js';

const LOOK_MS = 3_000;
/** What is not settled by then waits for a server that is away, and may wait for hours. */
const MOST_LOOKS = 20;

/** A mail that leaves changes nothing of the ticket, so nobody tells of it: while a reply is on its way the page looks. */
export function useFollowDelivery({ deliveries }: Pick<ReplyItem_ReplyFragment, 'deliveries'>, isHeld: boolean): void {
  const client = useApolloClient();
  const isOnItsWay =
    !isHeld && deliveries.some(({ state, reason }) => state === 'HELD' || (state === 'QUEUED' && !reason));
  useEffect(() => {
    if (!isOnItsWay) return;
    let looks = 0;
    const timer = setInterval(() => {
      if (++looks >= MOST_LOOKS) clearInterval(timer);
      client.refetchQueries({ include: [TicketPageDocument] }).catch(() => undefined);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [client, isOnItsWay]);
}
