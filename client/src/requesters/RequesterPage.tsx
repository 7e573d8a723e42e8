import { useQuery } from '@apollo/client/react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { gql } from '../apollo/gql.js';
import { FailureDetails } from '../frame/FailureDetails.js';
import { RequesterPageDocument } from '../gql/graphql.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import { RequesterDetails } from './RequesterDetails.js';

gql`
  query RequesterPage($id: ID!) {
    node(id: $id) {
      id
      ... on Requester {
        ...RequesterDetails_requester
      }
    }
  }
`;

/** One requester above the list; closing leads back to it. */
export function RequesterPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(RequesterPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const close = () => void navigate(`/requesters?${params}`);
  const known = data?.node?.__typename === 'Requester' ? data.node : null;
  if (!data && !error) return null;
  return (
    <Dialog
      title="Requester"
      open
      onOpenChange={close}
      fill
      className="overflow-y-auto p-5 rail:w-[min(520px,calc(100vw-32px))]"
    >
      {known && <RequesterDetails key={known.id} requester={known} onClose={close} />}
      {!known && error && <FailureDetails error={error} onRetry={() => void refetch()} />}
      {!known && !error && <p className="mt-3 text-body">There is no such requester; they may have been erased.</p>}
    </Dialog>
  );
}
