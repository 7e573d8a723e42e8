import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Check } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { AttachButton } from '../files/AttachButton.js';
import { FileDrop } from '../files/FileDrop.js';
import { UploadList } from '../files/UploadList.js';
import { newUploads, readyFiles } from '../files/uploads.js';
import { RequestComposer_RequestFragmentDoc } from '../gql/graphql.js';
import { isBlank } from '../tickets/isBlank.js';
import { Button } from '../ui/controls/Button.js';
import { CopyLink } from '../ui/controls/CopyLink.js';
import { unlessComposing } from '../ui/keys.js';
import { useStore } from '../ui/store.js';
import { useAddRequestMessage } from './useAddRequestMessage.js';
import { useAnswerDraft } from './useAnswerDraft.js';
import { useResolveRequest } from './useResolveRequest.js';

gql`
  fragment RequestComposer_request on Request {
    number
    status
    onReply
  }
`;

interface Settled {
  fault: string | null;
  requestUrl: string | null;
  fileIds: readonly string[];
}

interface RequestComposerProps {
  request: FragmentType<typeof RequestComposer_RequestFragmentDoc>;
  onSent: () => void;
}

/** An answer with files, and the word that it is solved. */
export function RequestComposer({ request: reference, onSent }: RequestComposerProps) {
  const { data: request, complete } = useFragment({ fragment: RequestComposer_RequestFragmentDoc, from: reference });
  const number = complete ? request.number : 0;
  const { words, write, leave } = useAnswerDraft(number);
  const [uploads] = useState(() => newUploads('request'));
  const files = useStore(uploads);
  const { add, sending } = useAddRequestMessage();
  const { resolve, resolving } = useResolveRequest();
  const [said, setSaid] = useState<{ fault: string | null; requestUrl: string | null } | null>(null);
  if (!complete) return null;

  const isFinished = request.onReply !== 'CONTINUES';
  const isBusy = sending || resolving;
  const refuse = (fault: string) => setSaid({ fault, requestUrl: null });
  const settle = ({ fault, requestUrl, fileIds }: Settled) => {
    setSaid({ fault, requestUrl });
    if (fault !== null) return;
    leave(words);
    uploads.release(fileIds);
    onSent();
  };
  const submit = async () => {
    if (isBusy) return;
    if (isBlank(words)) return refuse('Write a few words first.');
    const { ids, problem } = readyFiles(uploads.read());
    if (problem !== null) return refuse(problem);
    const answer = await add({ body: words, fileIds: ids });
    settle({ ...answer, fileIds: ids });
  };
  const solve = async () => {
    if (isBusy) return;
    settle({ fault: await resolve(isBlank(words) ? null : words), requestUrl: null, fileIds: [] });
  };
  const attach = (chosen: Iterable<File>) => {
    const fault = uploads.add(chosen);
    if (fault !== null) refuse(fault);
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
      <FileDrop onFiles={attach} className="rounded-3 border border-control focus-within:border-strong">
        <textarea
          dir="auto"
          aria-label="Your answer"
          aria-invalid={said?.fault != null}
          aria-describedby={said?.fault ? 'answer-fault' : undefined}
          placeholder={isFinished ? 'Not solved? Tell us what is missing…' : 'Write an answer…'}
          className="block field-sizing-content max-h-[50vh] min-h-24 w-full resize-none bg-transparent px-3 py-2.5 text-14 leading-[22px] text-strong outline-none max-rail:text-16"
          value={words}
          onChange={(event) => write(event.target.value)}
        />
        <UploadList uploads={uploads} items={files} className="px-3 pb-2" />
        <div className="flex flex-wrap items-center gap-2 px-2 pb-2">
          <AttachButton onFiles={attach} />
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
      </FileDrop>
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
