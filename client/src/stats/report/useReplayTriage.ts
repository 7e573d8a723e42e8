import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { gql } from '../../apollo/gql.js';
import { TriageReplayDocument, type TriageReplayQuery } from '../../gql/graphql.js';

gql`
  query TriageReplay($days: Int!) {
    triageReport(days: $days) {
      replay {
        ticketCount
        results {
          ...ReplayResults_result @unmask
        }
        modelTicketCount
        modelResults {
          ...ReplayResults_result @unmask
        }
      }
    }
  }
`;

type Replay = TriageReplayQuery['triageReport']['replay'];
type State = { replay: Replay | null; loading: boolean; error: unknown };

/** Has the reviewed tickets of the last days answered again, whenever somebody asks for it. */
export function useReplayTriage(days: number) {
  const client = useApolloClient();
  const [state, setState] = useState<State>({ replay: null, loading: false, error: null });
  const ask = async () => {
    setState((before) => ({ ...before, loading: true, error: null }));
    try {
      const { data } = await client.query({
        query: TriageReplayDocument,
        variables: { days },
        fetchPolicy: 'no-cache',
      });
      setState({ replay: data?.triageReport.replay ?? null, loading: false, error: null });
    } catch (error) {
      setState((before) => ({ ...before, loading: false, error }));
    }
  };
  return { ...state, ask };
}
