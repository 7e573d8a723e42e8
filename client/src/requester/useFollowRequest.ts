import { useEffect } from 'react';
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

/** As long as the requester's page is open: tells it what the team says and does. */
export function useFollowRequest(): void {
  useEffect(
    () =>
      followLive({
        query: '?as=request',
        document: RequestChangesDocument,
        cursorOf: ({ requestChanges: { cursor } }) => cursor,
        onData: () => tellOfChange(null),
      }),
    [],
  );
}
