import { useMutation } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { RotateRequestLinkDocument } from '../gql/graphql.js';
import { showToast } from '../ui/feedback/toasts.js';

gql`
  mutation RotateRequestLink($input: RotateRequestLinkInput!) {
    rotateRequestLink(input: $input) {
      requestUrl
      sentTo
      userErrors {
        message
      }
    }
  }
`;

/** Ends the link to a requester's page and makes another one. Answers its address, which is told once; null where it is mailed, or there is none. */
export function useRotateRequestLink() {
  const [mutate, { loading }] = useMutation(RotateRequestLinkDocument);
  const rotate = async (ticketId: string): Promise<string | null> => {
    try {
      const { data } = await mutate({ variables: { input: { ticketId } } });
      const fault = data?.rotateRequestLink.userErrors[0];
      const sentTo = data?.rotateRequestLink.sentTo;
      if (fault) showToast(fault.message, { tone: 'danger' });
      else if (sentTo) showToast(`The new link goes to ${sentTo}`);
      return data?.rotateRequestLink.requestUrl ?? null;
    } catch (error) {
      reportFailure('No link was made', error);
      return null;
    }
  };
  return { rotate, isRotating: loading };
}
