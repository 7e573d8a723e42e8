import { Link } from 'react-router';
import { Button, buttonClass } from '../ui/controls/Button.js';
import { CopyLink } from '../ui/controls/CopyLink.js';

/** The page of a request that has just been submitted: the reader's own, or that of the ticket `requestOf`. The address is told once. */
export function RequestAddress({ address, requestOf }: { address: string; requestOf?: number }) {
  const own = requestOf === undefined;
  return (
    <section aria-label="Page of the request" className="mt-4 text-left">
      <h2 className="mb-1.5 text-12 font-semibold">
        {own ? 'Your page for this request' : `The requester’s page for T-${requestOf}`}
      </h2>
      <CopyLink name="Address of the page" address={address} />
      <p className="mt-1.5 text-12 text-pretty text-meta">
        {own
          ? 'Keep this link: it is the only way back to this page, and it is shown once. Answers appear there.'
          : 'Whoever has this link reads and answers this request. It is shown once.'}
      </p>
    </section>
  );
}

/** Opens it in this tab. The address may name the desk otherwise than this browser does, so only its end is taken. */
export function OpenRequest({ address, onAgain }: { address: string; onAgain: () => void }) {
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      <Link to={`/r${new URL(address).hash}`} data-tone="primary" className={buttonClass({ tone: 'primary' })}>
        Open your page
      </Link>
      <Button onClick={onAgain}>Send another request</Button>
    </div>
  );
}
