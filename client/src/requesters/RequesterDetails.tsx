import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useState } from 'react';
import { gql } from '../apollo/gql.js';
import { RequesterDetails_RequesterFragmentDoc } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { DialogForm } from '../settings/DialogForm.js';
import { TicketLink } from '../tickets/TicketLink.js';
import { Button } from '../ui/controls/Button.js';
import { Field, TextArea, TextInput } from '../ui/controls/Field.js';
import { showToast } from '../ui/feedback/toasts.js';
import { ConfirmDialog } from '../ui/overlays/Dialog.js';
import { RequesterAddresses } from './RequesterAddresses.js';
import { useChangeRequester } from './useChangeRequester.js';

gql`
  fragment RequesterDetails_requester on Requester {
    id
    displayName
    note
    blocked
    emails {
      address
    }
    tickets(first: 5) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          title
          status
        }
      }
    }
    ...RequesterAddresses_requester
  }
`;

interface RequesterDetailsProps {
  requester: FragmentType<typeof RequesterDetails_RequesterFragmentDoc>;
  onClose: () => void;
}

/** What the desk knows of a requester, and what can be done about them. */
export function RequesterDetails({ requester: reference, onClose }: RequesterDetailsProps) {
  const { data: requester, complete } = useFragment({
    fragment: RequesterDetails_RequesterFragmentDoc,
    fragmentName: 'RequesterDetails_requester',
    from: reference,
  });
  const { user } = useSession();
  const { updateRequester, eraseRequester } = useChangeRequester();
  const [erasing, setErasing] = useState(false);
  if (!complete) return null;
  const { id, displayName, note, blocked, emails, tickets } = requester;
  // Whoever has no name is called by an address, which is none.
  const name = emails.some(({ address }) => address === displayName) ? '' : displayName;
  const save = async (fields: FormData) => {
    const fault = await updateRequester({
      id,
      name: String(fields.get('name')).trim() || null,
      note: String(fields.get('note')).trim() || null,
    });
    if (fault === null) onClose();
    return fault;
  };
  const tell = (fault: string | null, done: string) => showToast(fault ?? done, { tone: fault ? 'danger' : 'plain' });
  const block = async () =>
    tell(await updateRequester({ id, blocked: !blocked }), blocked ? 'Requester unblocked' : 'Requester blocked');
  const erase = async () => {
    const fault = await eraseRequester(id);
    tell(fault, 'The requester was erased');
    if (fault === null) onClose();
  };
  return (
    <>
      <RequesterAddresses requester={requester} />
      <DialogForm action="Save" onSubmit={save} onCancel={onClose}>
        <Field label="Name">{(control) => <TextInput {...control} name="name" defaultValue={name} />}</Field>
        <Field label="Note" hint="for the team alone">
          {(control) => <TextArea {...control} name="note" className="min-h-16" defaultValue={note ?? ''} />}
        </Field>
      </DialogForm>
      <h3 className="mt-5 mb-1 text-12 text-meta">{ticketCount(tickets.totalCount)}</h3>
      <ul aria-label="Tickets">
        {tickets.edges.map(({ node }) => (
          <li key={node.id}>
            <TicketLink ticket={node} />
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap items-center gap-2 border-t border-hair pt-4">
        <p className="min-w-40 flex-1 text-12 text-meta">
          {blocked ? 'Blocked: the team cannot reply to them.' : 'Blocking stops the team from replying to them.'}
        </p>
        <Button onClick={() => void block()}>{blocked ? 'Unblock' : 'Block'}</Button>
        {user?.role === 'ADMIN' && (
          <Button tone="danger" onClick={() => setErasing(true)}>
            Erase…
          </Button>
        )}
      </div>
      <ConfirmDialog
        title={`Erase ${displayName}?`}
        description="Their name, their addresses and everything they wrote are removed for good. Numbers and times of their tickets stay. This cannot be undone."
        keepLabel="Keep them"
        confirmLabel="Erase"
        open={erasing}
        onOpenChange={setErasing}
        onConfirm={() => void erase()}
      />
    </>
  );
}

function ticketCount(count: number | null | undefined): string {
  return count === 1 ? '1 ticket' : `${count ?? 0} tickets`;
}
