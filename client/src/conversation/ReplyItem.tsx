import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { CornerUpLeft, TriangleAlert, Undo2 } from 'lucide-react';
import { gql } from '../apollo/gql.js';
import { FileList } from '../files/FileList.js';
import { type ReplyItem_ReplyFragment, ReplyItem_ReplyFragmentDoc } from '../gql/graphql.js';
import { Button } from '../ui/controls/Button.js';
import { authorName } from './authors.js';
import { MessageFrame } from './MessageFrame.js';
import { useCancelReply } from './useCancelReply.js';
import { useSecondsUntil } from './useSecondsUntil.js';
import { Words } from './Words.js';

gql`
  fragment ReplyItem_reply on PublicReply {
    id
    createdAt
    direction
    channel
    body
    quotedBody
    cancelableUntil
    viewerDidAuthor
    by {
      id
      displayName
    }
    attachments(first: 10) {
      edges {
        cursor
        node {
          id
          fileName
          size
          ...FileList_attachment
        }
      }
    }
    deliveries {
      address
      state
      reason
    }
  }
`;

const channels = {
  WEB: null,
  EMAIL: 'by e-mail',
  API: 'through the API',
  REQUEST_PAGE: 'on their page',
} satisfies Record<ReplyItem_ReplyFragment['channel'], string | null>;

/** Words that both sides see. */
export function ReplyItem({ reply: reference }: { reply: FragmentType<typeof ReplyItem_ReplyFragmentDoc> }) {
  const { data: reply, complete } = useFragment({
    fragment: ReplyItem_ReplyFragmentDoc,
    fragmentName: 'ReplyItem_reply',
    from: reference,
  });
  if (!complete) return null;
  const isTeam = reply.direction === 'FROM_TEAM';
  const via = isTeam ? (
    <span className="inline-flex items-center gap-1">
      <CornerUpLeft size={14} strokeWidth={1.5} aria-hidden />
      <span>to the requester</span>
    </span>
  ) : (
    channels[reply.channel]
  );
  return (
    <MessageFrame
      author={authorName(reply.by, isTeam)}
      side={isTeam ? 'team' : 'requester'}
      via={via}
      at={reply.createdAt}
    >
      <Words body={reply.body} quoted={reply.quotedBody ?? null} />
      <FileList attachments={reply.attachments} />
      {isTeam && <DeliveryLine reply={reply} />}
    </MessageFrame>
  );
}

/** How the reply fares: it can still be taken back, or where it can be read. */
function DeliveryLine({ reply }: { reply: ReplyItem_ReplyFragment }) {
  const cancel = useCancelReply();
  const seconds = useSecondsUntil(reply.cancelableUntil ?? null);
  if (seconds > 0) {
    return (
      <p className="mt-2 flex items-center gap-2 text-12 text-meta">
        <span aria-hidden>{`Sending in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`}</span>
        <Button size="sm" onClick={() => void cancel(reply)}>
          <Undo2 size={14} strokeWidth={1.5} aria-hidden />
          Undo
        </Button>
      </p>
    );
  }
  const delivery = reply.deliveries[0];
  if (!delivery) return null;
  return (
    <p className="mt-2 flex items-start gap-1.5 text-12 text-meta">
      <TriangleAlert size={14} strokeWidth={1.5} className="mt-px flex-none" aria-hidden />
      <span>{delivery.reason ?? 'Not sent by e-mail.'}</span>
    </p>
  );
}
