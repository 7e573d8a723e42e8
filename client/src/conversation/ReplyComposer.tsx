import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { useDraft } from '../drafts/drafts.js';
import { wordsSince } from '../drafts/wordsSince.js';
import { readyFiles, uploadsOf } from '../files/uploads.js';
import { type ReplyComposer_TicketFragment, ReplyComposer_TicketFragmentDoc } from '../gql/graphql.js';
import { Button } from '../ui/controls/Button.js';
import { Checkbox } from '../ui/controls/Checkbox.js';
import { ConfirmDialog } from '../ui/overlays/Dialog.js';
import { unknownRequester } from './authors.js';
import { ComposerField } from './ComposerField.js';
import { parseWords } from './parseWords.js';
import { StaleStrip } from './StaleStrip.js';
import { useAddReply } from './useAddReply.js';
import { useCannedReplies } from './useCannedReplies.js';
import { useReportPresence } from './useReportPresence.js';

gql`
  fragment ReplyComposer_ticket on Ticket {
    id
    status
    viewerCanReply
    viewerCannotReplyReasons
    incidentTickets(first: 100) {
      totalCount
    }
    requester {
      id
      displayName
    }
    timeline(last: 30) {
      edges {
        cursor
        node {
          id
        }
      }
    }
  }
`;

type Reason = ReplyComposer_TicketFragment['viewerCannotReplyReasons'][number];

/** Why an answer cannot be sent, or where it can be read all the same. */
const reasons = {
  NO_ADDRESS: 'The requester left no e-mail address. They can read the reply on their own page.',
  ADDRESS_BOUNCES: 'Mail to the requester comes back. They can read the reply on their own page.',
  MAIL_NOT_SET_UP: 'E-mail is not set up. The requester can read the reply on their own page.',
  REQUESTER_BLOCKED: 'This requester is blocked. Unblock them to reply.',
  MERGED: 'This ticket goes on in another one. Reply there.',
  TOKEN_SCOPE: 'You may not send replies.',
} satisfies Record<Reason, string>;

interface Choice {
  readonly resolve?: boolean;
  readonly anyway?: boolean;
}

interface ReplyComposerProps {
  ticket: FragmentType<typeof ReplyComposer_TicketFragmentDoc>;
  onSent: () => void;
}

/** A reply to the requester. Where they wrote meanwhile nothing is sent, and the words stay. */
export function ReplyComposer({ ticket: reference, onSent }: ReplyComposerProps) {
  const { data: ticket, complete } = useFragment({ fragment: ReplyComposer_TicketFragmentDoc, from: reference });
  const ticketId = complete ? ticket.id : '';
  const { value: draft, read: readDraft, write, discard } = useDraft('reply', ticketId, parseWords);
  const [error, setError] = useState<string | null>(null);
  const [isStale, setStale] = useState(false);
  const [sending, setSending] = useState(false);
  const [toAll, setToAll] = useState(false);
  /** The choice that waits for a yes, where the words are for all tickets of an incident. */
  const [waiting, setWaiting] = useState<Choice | null>(null);
  const addReply = useAddReply();
  const canned = useCannedReplies(ticketId);
  const uploads = uploadsOf('reply', ticketId);
  /** The latest entry when the words were begun. */
  const seen = useRef<string | null>(null);
  /** The latest entry by now, for whoever comes back to it later. */
  const shown = useRef<string | null>(null);
  useReportPresence(ticketId, 'WRITING_REPLY', draft ?? '');
  if (!complete) return null;
  const latest = ticket.timeline.edges.at(-1)?.node.id ?? null;
  shown.current = latest;
  const text = draft ?? '';
  const change = (next: string) => {
    if (text === '') seen.current = latest;
    setError(null);
    if (next === '') discard();
    else write(next);
  };
  const count = (ticket.incidentTickets.totalCount ?? 0) + 1;
  const toIncident = toAll && count > 1;
  const send = async (choice: Choice, isSure = false) => {
    const { resolve = false, anyway = false } = choice;
    if (sending || !ticket.viewerCanReply) return;
    if (text.trim() === '') return setError('A reply needs words.');
    const files = readyFiles(uploads.read());
    if (files.problem !== null) return setError(files.problem);
    if (toIncident && !isSure) return setWaiting(choice);
    setSending(true);
    const sent = await addReply({
      ticketId: ticket.id,
      body: text,
      attachmentIds: files.ids,
      lastSeenItemId: anyway ? null : (seen.current ?? latest),
      thenStatus: resolve ? 'RESOLVED' : null,
      toIncident,
    });
    setSending(false);
    setStale(sent.outcome === 'stale');
    setError(sent.outcome === 'failed' ? sent.message : null);
    if (sent.outcome !== 'sent') return;
    const rest = wordsSince(text, readDraft() ?? '');
    if (rest === '') discard();
    else write(rest);
    uploads.release(files.ids);
    setToAll(false);
    seen.current = rest === '' ? null : shown.current;
    onSent();
  };
  const read = () => {
    // From now on what the page shows is what has been seen, with the words that are still on their way to it.
    seen.current = null;
    setStale(false);
    onSent();
  };
  const name = ticket.requester?.displayName ?? unknownRequester;
  const [reason] = ticket.viewerCannotReplyReasons;
  return (
    <>
      {isStale && <StaleStrip onRead={read} onSendAnyway={() => void send({ anyway: true }, true)} />}
      <ComposerField
        label="Reply"
        placeholder={`Write a reply to ${name}`}
        value={text}
        error={error}
        hint={reason ? reasons[reason] : null}
        completions={{ ';': canned }}
        uploads={uploads}
        onRefused={setError}
        onChange={change}
        onSend={(withShift) => void send({ resolve: withShift })}
      >
        {count > 1 && (
          <span className="flex min-h-8 items-center gap-2 text-12">
            <Checkbox
              label={`Send to all ${count} tickets`}
              checked={toAll}
              onChange={(checked) => setToAll(checked)}
            />
            <span aria-hidden>{`All ${count} tickets`}</span>
          </span>
        )}
        <Button disabled={sending || !ticket.viewerCanReply} onClick={() => void send({ resolve: true })}>
          <Check size={14} strokeWidth={1.5} aria-hidden />
          Reply and resolve
        </Button>
        <Button
          tone="primary"
          keys="mod+enter"
          disabled={sending || !ticket.viewerCanReply}
          onClick={() => void send({})}
        >
          {sending ? 'Sending…' : 'Send'}
        </Button>
      </ComposerField>
      <ConfirmDialog
        title={`Send to ${count} tickets?`}
        description={`The words go to the requester of this ticket, and to each of the ${count - 1} who tell of the same. Nobody sees the others.${waiting?.resolve ? ' All of the tickets are resolved.' : ''}`}
        keepLabel="Keep writing"
        confirmLabel={`Send to ${count} tickets`}
        open={waiting !== null}
        onOpenChange={(open) => {
          if (!open) setWaiting(null);
        }}
        onConfirm={() => {
          if (waiting) void send(waiting, true);
        }}
      />
    </>
  );
}
