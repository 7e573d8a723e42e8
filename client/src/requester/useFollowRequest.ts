import { useEffect, useEffectEvent } from 'react';
import { followLive } from '../apollo/followLive.js';
import { gql } from '../apollo/gql.js';
import { tellOfChange } from '../apollo/live.js';
import { RequestChangesDocument } from '../gql/graphql.js';

gql`
  subscription RequestChanges($after: String) {
    requestChanges(after: $after) {
      cursor
    }
  }
`;

/** As long as the requester's page is open: tells it what the team says and does from the given cursor on. */
export function useFollowRequest(cursor: string | null | undefined): void {
  const begin = useEffectEvent(() =>
    followLive({
      query: '?as=request',
      document: RequestChangesDocument,
      variables: { after: cursor ?? null },
      cursorOf: ({ requestChanges: { cursor } }) => cursor,
      onData: () => tellOfChange(null),
    }),
  );
  // Each answer brings a later cursor; the first is where to begin.
  const isKnown = cursor !== undefined;
  useEffect(() => (isKnown ? begin() : undefined), [isKnown]);
}
