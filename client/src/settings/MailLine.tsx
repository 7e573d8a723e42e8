import { Download, RotateCw } from 'lucide-react';
import { Link } from 'react-router';
import { apiUrl } from '../apollo/apiUrl.js';
import type { MailPageQuery } from '../gql/graphql.js';
import { Time } from '../time/Time.js';
import { Button, buttonClass } from '../ui/controls/Button.js';
import { isReadable, mailNames } from './mailNames.js';
import { Line } from './SettingsSection.js';

type ListedMail = MailPageQuery['inboundMails']['edges'][number]['node'];

interface MailLineProps {
  mail: ListedMail;
  onReadAgain: (id: string) => unknown;
}

/** One mail that came in: from whom, where it went and why, and as it came. */
export function MailLine({ mail, onReadAgain }: MailLineProps) {
  const { id, from, subject, state, verdict, ticket, receivedAt, sourceUrl } = mail;
  const name = subject || 'No subject';
  return (
    <Line title={name} hint={`${from ?? 'Nobody named'} · ${mailNames[state]}. ${verdict}`}>
      {ticket && (
        <Link to={`/tickets/${ticket.number}`} className="digits text-12 text-body underline">
          {`T-${ticket.number}`}
        </Link>
      )}
      <Time instant={receivedAt} className="text-12 text-meta" />
      {isReadable(state) && (
        <Button size="sm" aria-label={`Read again: ${name}`} onClick={() => void onReadAgain(id)}>
          <RotateCw size={14} strokeWidth={1.5} aria-hidden />
          Read again
        </Button>
      )}
      {sourceUrl && (
        <a
          href={`${apiUrl}${sourceUrl}`}
          download
          aria-label={`Download “${name}” as it came`}
          className={buttonClass({ tone: 'ghost', size: 'sm' })}
        >
          <Download size={14} strokeWidth={1.5} aria-hidden />
        </a>
      )}
    </Line>
  );
}
