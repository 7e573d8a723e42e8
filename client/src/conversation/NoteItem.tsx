import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Lock, Pencil } from 'lucide-react';
import { useState } from 'react';
import { gql } from '../apollo/gql.js';
import { FileList } from '../files/FileList.js';
import { NoteItem_NoteFragmentDoc } from '../gql/graphql.js';
import { Moment } from '../time/Moment.js';
import { IconButton } from '../ui/controls/Button.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { authorName } from './authors.js';
import { NoteEditor } from './NoteEditor.js';
import { Words } from './Words.js';

gql`
  fragment NoteItem_note on InternalNote {
    id
    createdAt
    editedAt
    body
    viewerCanEdit
    attachments(first: 10) {
      edges {
        cursor
        node {
          id
          ...FileList_attachment
        }
      }
    }
    by {
      id
      displayName
    }
  }
`;

/** Words for the team alone: paper, a dashed edge, a hatched side and a lock, so that nobody takes it for a reply. */
export function NoteItem({ note: reference }: { note: FragmentType<typeof NoteItem_NoteFragmentDoc> }) {
  const { data: note, complete } = useFragment({
    fragment: NoteItem_NoteFragmentDoc,
    fragmentName: 'NoteItem_note',
    from: reference,
  });
  const [editing, setEditing] = useState(false);
  if (!complete) return null;
  const author = authorName(note.by, true);
  return (
    <div className="relative my-3 grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 overflow-hidden rounded-3 border border-dashed border-note-line bg-note py-3 pr-3 pl-4">
      <span className="note-side absolute inset-y-0 left-0 w-1.5" aria-hidden />
      <Avatar name={author} side="team" />
      <div className="min-w-0">
        <div className="flex h-6 min-w-0 items-center gap-2 text-12">
          <bdi className="cut text-13 font-semibold text-strong">{author}</bdi>
          <span className="flex flex-none items-center gap-1 font-medium text-note-strong">
            <Lock size={12} strokeWidth={2} aria-hidden />
            <span>Internal note</span>
          </span>
          {note.editedAt && <span className="cut text-body">edited</span>}
          <span className="grow" />
          {note.viewerCanEdit && !editing && (
            <IconButton
              label="Edit note"
              size="sm"
              icon={<Pencil size={14} strokeWidth={1.5} aria-hidden />}
              onClick={() => setEditing(true)}
            />
          )}
          <Moment instant={note.createdAt} className="text-body!" />
        </div>
        {editing ? (
          <NoteEditor id={note.id} body={note.body} onDone={() => setEditing(false)} />
        ) : (
          <Words body={note.body} />
        )}
        <FileList attachments={note.attachments} />
      </div>
    </div>
  );
}
