import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { CornerUpLeft } from 'lucide-react';
import { gql } from '../apollo/gql.js';
import { FileList } from '../files/FileList.js';
import { type ReplyItem_ReplyFragment, ReplyItem_ReplyFragmentDoc } from '../gql/graphql.js';
import { OriginalMail } from '../tickets/original/OriginalMail.js';
import { authorName } from './authors.js';
import { DeliveryLine } from './DeliveryLine.js';
import { MessageFrame } from './MessageFrame.js';
import { Words } from './Words.js';

gql`
  fragment ReplyItem_reply on PublicReply {
    id
    createdAt
    direction
    channel
    body
    quotedBody
    hasOriginal
    cancelableUntil
    viewerDidAuthor
    by {
      id
      displayName
    }
    attachments(first: 50) {
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
      nextAttemptAt
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
      {reply.hasOriginal && <OriginalMail path={`replies/${reply.id}`} />}
      {isTeam && <DeliveryLine reply={reply} />}
    </MessageFrame>
  );
}
