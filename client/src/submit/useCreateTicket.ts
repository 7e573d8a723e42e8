import { useApolloClient, useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { gql } from '../apollo/gql.js';
import { refresh } from '../apollo/refresh.js';
import { requestIdOf } from '../apollo/requestId.js';
import { CreateTicketDocument, type CreateTicketInput } from '../gql/graphql.js';
import { useIsMember } from '../session/session.js';
import { showToast } from '../ui/feedback/toasts.js';

gql`
  mutation CreateTicket($input: CreateTicketInput!, $member: Boolean!) {
    createTicket(input: $input) {
      ticket @include(if: $member) {
        id
        number
      }
      request {
        id
        number
      }
      requestUrl
      userErrors {
        path
        message
      }
    }
  }
`;

/** What stands in the way: by field, and what belongs to none. */
export interface SubmitFaults {
  fields: Record<string, string>;
  form: string | null;
  /** False where no answer came: the ticket may have arrived nevertheless. */
  answered: boolean;
}

/** The ticket that was made, and the address of its requester's page, where that is told. */
export interface Submitted {
  /** 0 where not even that is told. */
  number: number;
  requestUrl: string | null;
}

/** What became of a submission: the ticket, or what stands in the way. */
type Submission = { faults: null; submitted: Submitted } | { faults: SubmitFaults; submitted: null };

/** Submits a ticket. Resolves once it is there, in the lists and in the numbers, or with what stands in the way. */
export function useCreateTicket() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const member = useIsMember();
  const [mutate, { loading }] = useMutation(CreateTicketDocument);

  const createTicket = useCallback(
    async function createTicket(input: CreateTicketInput): Promise<Submission> {
      try {
        const { data } = await mutate({ variables: { input, member } });
        const {
          ticket,
          userErrors,
          request,
          requestUrl = null,
        } = data?.createTicket ?? { ticket: null, userErrors: [] };
        if (!ticket && input.suggestionId && userErrors.some(({ path }) => path.includes('suggestionId'))) {
          // The form stood open longer than suggestions are kept. The values stay; nobody needs to know.
          return createTicket({ ...input, suggestionId: null });
        }
        if (!member && data && userErrors.length === 0)
          return { faults: null, submitted: { number: request?.number ?? 0, requestUrl } };
        if (!ticket) return { faults: sortFaults(userErrors), submitted: null };
        refresh(client, 'tickets', 'ticketStats');
        const open = () => void navigate(`/tickets/${ticket.number}`);
        showToast(`T-${ticket.number} submitted`, { action: { label: 'Open', run: open } });
        return { faults: null, submitted: { number: ticket.number, requestUrl } };
      } catch (error) {
        const id = requestIdOf(error);
        const form = `The ticket could not be sent${id ? ` (request ${id})` : ''}. Your words are kept; try again.`;
        return { faults: { fields: {}, form, answered: false }, submitted: null };
      }
    },
    [mutate, client, navigate, member],
  );
  return { createTicket, submitting: loading };
}

const ownFields = ['title', 'description', 'name', 'email', 'category', 'priority'];

function sortFaults(userErrors: readonly { path: readonly string[]; message: string }[]): SubmitFaults {
  const fields: Record<string, string> = {};
  let form: string | null = null;
  for (const { path, message } of userErrors) {
    const field = path.at(-1) ?? '';
    if (ownFields.includes(field)) fields[field] ??= message;
    else form ??= message;
  }
  return { fields, form, answered: true };
}
