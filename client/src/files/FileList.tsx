import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Download, File as FileIcon } from 'lucide-react';
import { useState } from 'react';
import { apiUrl } from '../apollo/apiUrl.js';
import { gql } from '../apollo/gql.js';
import { FileList_AttachmentFragmentDoc } from '../gql/graphql.js';
import { describeSize } from './describeSize.js';

gql`
  fragment FileList_attachment on Attachment {
    id
    fileName
    mediaType
    size
    url
  }
`;

type Reference = FragmentType<typeof FileList_AttachmentFragmentDoc>;

interface FileListProps {
  attachments: { readonly edges: readonly { readonly node: Reference & { readonly id: string } }[] };
}

/** What came with a message: pictures are shown, everything else is only offered. */
export function FileList({ attachments: { edges } }: FileListProps) {
  if (edges.length === 0) return null;
  return (
    <ul aria-label="Files" className="mt-3 flex flex-wrap items-end gap-2">
      {edges.map(({ node }) => (
        <FileItem key={node.id} file={node} />
      ))}
    </ul>
  );
}

/** What a browser draws and never runs; the desk names the type by the bytes. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

function FileItem({ file: reference }: { file: Reference }) {
  const { data: file, complete } = useFragment({ fragment: FileList_AttachmentFragmentDoc, from: reference });
  if (!complete) return null;
  const { fileName, mediaType, size, url } = file;
  return (
    <li className="max-w-full min-w-0 overflow-hidden rounded-2 border border-line bg-surface">
      {pictures.includes(mediaType) && <Preview name={fileName} url={url} />}
      <a
        href={apiUrl + url}
        download={fileName}
        aria-label={`Download ${fileName} ${describeSize(size)}`}
        className="flex h-8 max-w-80 min-w-0 items-center gap-2 px-2 text-12 hover:bg-hover"
      >
        <FileIcon size={14} strokeWidth={1.5} className="flex-none text-meta" aria-hidden />
        <bdi className="cut text-strong">{fileName}</bdi>{' '}
        <span className="flex-none text-meta">{describeSize(size)}</span>
        <Download size={14} strokeWidth={1.5} className="ml-auto flex-none text-meta" aria-hidden />
      </a>
    </li>
  );
}

/** Addresses change with every answer: the picture keeps the one that it was loaded from, and takes the latest where that fails. */
function Preview({ name, url }: { name: string; url: string }) {
  const [source, setSource] = useState(url);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return null;
  return (
    <a href={apiUrl + url} target="_blank" rel="noreferrer" aria-label={`Open ${name}`} className="block">
      <img
        src={apiUrl + source}
        alt={name}
        loading="lazy"
        className="h-40 max-w-full border-b border-line bg-sunken object-contain"
        onError={() => (source === url ? setBroken(true) : setSource(url))}
      />
    </a>
  );
}
