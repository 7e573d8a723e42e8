import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Check, Paperclip } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { RequestComposer_RequestFragmentDoc } from '../gql/graphql.js';
import { isBlank } from '../tickets/isBlank.js';
import { Button } from '../ui/controls/Button.js';
import { CopyLink } from '../ui/controls/CopyLink.js';
import { unlessComposing } from '../ui/keys.js';
import { FileList } from './FileList.js';
import { useAddRequestMessage } from './useAddRequestMessage.js';
import { useAnswerDraft } from './useAnswerDraft.js';
import { useResolveRequest } from './useResolveRequest.js';
import { useSendFiles } from './useSendFiles.js';

gql`
  fragment RequestComposer_request on Request {
    number
    status
    onReply
  }
`;

interface RequestComposerProps {
  request: FragmentType<typeof RequestComposer_RequestFragmentDoc>;
  onSent: () => void;
}

/** An answer with files, and the word that it is solved. */
export function RequestComposer({ request: reference, onSent }: RequestComposerProps) {
  const { data: request, complete } = useFragment({ fragment: RequestComposer_RequestFragmentDoc, from: reference });
  const number = complete ? request.number : 0;
  const [words, setWords] = useAnswerDraft(number);
  const { files, add: addFiles, remove, clear } = useSendFiles();
  const { add, sending } = useAddRequestMessage();
  const { resolve, resolving } = useResolveRequest();
  const [said, setSaid] = useState<{ fault: string | null; requestUrl: string | null } | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  if (!complete) return null;

  const isFinished = request.onReply !== 'CONTINUES';
  const isBusy = sending || resolving;
  const isWaiting = files.some(({ id, fault }) => id === null && fault === null);
  const settle = (fault: string | null, requestUrl: string | null = null) => {
    setSaid({ fault, requestUrl });
    if (fault !== null) return;
    setWords('');
    clear();
    onSent();
  };
  const submit = async () => {
    if (isBusy) return;
    if (isBlank(words)) return settle('Write a few words first.');
    if (isWaiting) return settle('The files are still on their way.');
    const answer = await add({ body: words, fileIds: files.flatMap(({ id }) => id ?? []) });
    settle(answer.fault, answer.requestUrl);
  };
  const solve = async () => {
    if (!isBusy) settle(await resolve(isBlank(words) ? null : words));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = unlessComposing((event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSubmit(event);
  });
  return (
    <form aria-label="Your answer" noValidate className="mt-4" {...{ onSubmit, onKeyDown }}>
      <div className="rounded-3 border border-control focus-within:border-strong">
        <textarea
          dir="auto"
          aria-label="Your answer"
          aria-invalid={said?.fault != null}
          aria-describedby={said?.fault ? 'answer-fault' : undefined}
          placeholder={isFinished ? 'Not solved? Tell us what is missing…' : 'Write an answer…'}
          className="block field-sizing-content max-h-[50vh] min-h-24 w-full resize-none bg-transparent px-3 py-2.5 text-14 leading-[22px] text-strong outline-none max-rail:text-16"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onPaste={({ clipboardData }) => clipboardData.files.length > 0 && addFiles([...clipboardData.files])}
        />
        <FileList files={files} onRemove={remove} />
        <div className="flex flex-wrap items-center gap-2 px-2 pb-2">
          <Button tone="ghost" size="lg" className="max-rail:h-11" onClick={() => chooser.current?.click()}>
            <Paperclip size={14} strokeWidth={1.5} aria-hidden />
            Add files
          </Button>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label="Files"
            onChange={({ target }) => {
              addFiles([...(target.files ?? [])]);
              target.value = '';
            }}
          />
          <span className="grow" />
          {!isFinished && (
            <Button size="lg" className="max-rail:h-11" aria-disabled={isBusy} onClick={() => void solve()}>
              <Check size={14} strokeWidth={1.5} aria-hidden />
              This is solved
            </Button>
          )}
          <Button
            type="submit"
            tone="primary"
            size="lg"
            keys="mod+enter"
            aria-disabled={isBusy}
            className="max-rail:h-11 max-rail:grow"
          >
            {sending ? 'Sending…' : 'Send'}
          </Button>
        </div>
      </div>
      <p id="answer-fault" role="alert" className="mt-1.5 text-12 text-danger empty:hidden">
        {said?.fault}
      </p>
      {said?.requestUrl && (
        <section aria-label="Your new request" className="mt-3">
          <p role="status" className="mb-1.5 text-13 text-pretty">
            A new request began with your words. Keep its address: it is shown once.
          </p>
          <CopyLink name="Page of your new request" address={said.requestUrl} />
        </section>
      )}
    </form>
  );
}
