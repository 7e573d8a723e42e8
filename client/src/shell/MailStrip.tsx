import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { MailWarning } from 'lucide-react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { type MailStrip_HealthFragment, MailStrip_HealthFragmentDoc } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { Time } from '../time/Time.js';

gql`
  fragment MailStrip_health on MailHealth {
    outgoing {
      name
      failingSince
      message
    }
    incoming {
      name
      failingSince
      message
    }
    undeliveredCount
  }
`;

type Channel = MailStrip_HealthFragment['outgoing'];

/** Says on every page that mail fails, since when, and what to do; gone once it does not. */
export function MailStrip({ health }: { health: FragmentType<typeof MailStrip_HealthFragmentDoc> }) {
  const { user } = useSession();
  const { data, complete } = useFragment({ fragment: MailStrip_HealthFragmentDoc, from: health });
  if (!complete) return null;
  const { outgoing, incoming, undeliveredCount } = data;
  return (
    <section
      aria-label="Mail warning"
      className="flex flex-none items-start gap-2 border-b border-warn-line bg-warn-soft px-4 py-2 text-12 text-body"
    >
      <MailWarning size={16} strokeWidth={1.5} className="mt-px flex-none text-warn" aria-hidden />
      <div className="min-w-0 grow [overflow-wrap:anywhere]">
        <Failing channel={outgoing} what="No mail goes out" />
        {incoming.map((channel) => (
          <Failing key={channel.name} channel={channel} what="No mail comes in" />
        ))}
        {undeliveredCount > 0 && (
          <p>
            <b className="font-medium text-strong">
              {undeliveredCount === 1
                ? 'One reply was not delivered in the last 24 hours.'
                : `${undeliveredCount} replies were not delivered in the last 24 hours.`}
            </b>{' '}
            The ticket says why, and sends it again.
          </p>
        )}
      </div>
      {user?.role === 'ADMIN' && (
        <Link to="/settings/mail" className="hit flex-none underline">
          Mail settings
        </Link>
      )}
    </section>
  );
}

function Failing({ channel: { name, failingSince, message }, what }: { channel: Channel; what: string }) {
  if (!failingSince) return null;
  return (
    <p>
      <b className="font-medium text-strong">
        {what} since <Time instant={failingSince} /> ({name}).
      </b>{' '}
      {message}
    </p>
  );
}
