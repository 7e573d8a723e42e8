import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { File } from 'lucide-react';
import { apiUrl } from '../apollo/apiUrl.js';
import { gql } from '../apollo/gql.js';
import { MessageFrame } from '../conversation/MessageFrame.js';
import { Words } from '../conversation/Words.js';
import { describeSize } from '../files/describeSize.js';
import { RequestMessageItem_MessageFragmentDoc } from '../gql/graphql.js';

gql`
  fragment RequestMessageItem_message on RequestMessage {
    createdAt
    fromTeam
    authorName
    body
    files {
      fileName
      size
      url
    }
  }
`;

/** What one side said, with its files. */
export function RequestMessageItem({
  message: reference,
}: {
  message: FragmentType<typeof RequestMessageItem_MessageFragmentDoc>;
}) {
  const { data: message, complete } = useFragment({ fragment: RequestMessageItem_MessageFragmentDoc, from: reference });
  if (!complete) return null;
  const { fromTeam, authorName, createdAt, body, files } = message;
  const author = authorName ?? (fromTeam ? 'Support' : 'You');
  const via = fromTeam ? (authorName ? 'Support' : null) : authorName ? 'you' : null;
  return (
    <MessageFrame author={author} side={fromTeam ? 'team' : 'requester'} via={via} at={createdAt}>
      <Words body={body} />
      {files.length > 0 && (
        <ul aria-label="Files" className="mt-2 flex flex-wrap gap-2">
          {files.map(({ fileName, size, url }) => (
            <li key={url} className="min-w-0">
              <a
                href={`${apiUrl}${url}`}
                target="_blank"
                rel="noopener noreferrer"
                className="hit inline-flex h-8 max-w-full min-w-0 items-center gap-2 rounded-2 border border-line px-2.5 text-12 hover:bg-hover max-rail:h-11"
              >
                <File size={14} strokeWidth={1.5} className="flex-none text-meta" aria-hidden />
                <bdi className="cut min-w-0">{fileName}</bdi>
                <span className="digits flex-none text-meta">{describeSize(size)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </MessageFrame>
  );
}
