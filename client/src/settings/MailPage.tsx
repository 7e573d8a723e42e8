import { useQuery } from '@apollo/client/react';
import { Check, Inbox, Send, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { gql } from '../apollo/gql.js';
import { type InboundMailState, MailPageDocument, type MailPageQuery } from '../gql/graphql.js';
import { Time } from '../time/Time.js';
import { Button } from '../ui/controls/Button.js';
import { Tag } from '../ui/feedback/Tag.js';
import { MailLine } from './MailLine.js';
import { mailNames } from './mailNames.js';
import { NameFilter } from './NameFilter.js';
import { Line, Lines, SettingsSection } from './SettingsSection.js';
import { useReadMailAgain } from './useReadMailAgain.js';

gql`
  query MailPage($state: [InboundMailState!], $after: String) {
    mailHealth {
      outgoing {
        name
        working
        lastSuccessAt
        failingSince
        message
      }
      incoming {
        name
        working
        lastSuccessAt
        failingSince
        message
      }
      stuckCount
    }
    inboundMails(first: 50, state: $state, after: $after) {
      edges {
        cursor
        node {
          id
          from
          subject
          state
          verdict
          receivedAt
          sourceUrl
          ticket {
            id
            number
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const POLL_MS = 10_000;

type Channel = MailPageQuery['mailHealth']['outgoing'];

/** Whether mail goes out and comes in, what came, and why it went where it went. */
export function MailPage() {
  const [state, setState] = useState<InboundMailState | null>(null);
  const { data, previousData, fetchMore } = useQuery(MailPageDocument, {
    variables: { state: state && [state] },
    fetchPolicy: 'cache-and-network',
    pollInterval: POLL_MS,
  });
  const readAgain = useReadMailAgain();
  const shown = data ?? previousData;
  const mails = shown?.inboundMails.edges.map(({ node }) => node) ?? [];
  const { hasNextPage, endCursor } = shown?.inboundMails.pageInfo ?? {};
  const stuck = shown?.mailHealth.stuckCount ?? 0;
  return (
    <SettingsSection
      title="Mail"
      lead="What the server’s settings say, and how it fares. What came in is kept before it is read, so that none is lost."
    >
      {shown && (
        <Lines label="Ways of mail">
          <ChannelLine channel={shown.mailHealth.outgoing} icon={Send} />
          {shown.mailHealth.incoming.map((channel) => (
            <ChannelLine key={channel.name} channel={channel} icon={Inbox} />
          ))}
          {shown.mailHealth.incoming.length === 0 && (
            <Line
              mark={<Inbox {...glyph} />}
              title="In"
              hint="No mail comes in. MAIL_IN_TOKEN on the server opens POST /mail/in."
            />
          )}
        </Lines>
      )}
      {stuck > 0 && (
        <p className="mt-2 flex items-start gap-1.5 text-body">
          <TriangleAlert size={16} strokeWidth={1.5} className="mt-0.5 flex-none text-meta" aria-hidden />
          {stuck === 1 ? 'One mail waits or failed.' : `${stuck} mails wait or failed.`}
        </p>
      )}
      <div className="mt-6 mb-3 flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-14 font-semibold">What came in</h3>
        <NameFilter label="What became of it" names={mailNames} value={state} onChange={setState} />
      </div>
      {shown && mails.length === 0 && <p className="text-meta">No such mail came in.</p>}
      {mails.length > 0 && (
        <Lines label="What came in">
          {mails.map((mail) => (
            <MailLine key={mail.id} mail={mail} onReadAgain={readAgain} />
          ))}
        </Lines>
      )}
      {hasNextPage && (
        <Button className="mt-3" onClick={() => void fetchMore({ variables: { after: endCursor } })}>
          Show older
        </Button>
      )}
    </SettingsSection>
  );
}

const glyph = { size: 16, strokeWidth: 1.5, className: 'text-meta', 'aria-hidden': true } as const;

function ChannelLine({ channel, icon: Icon }: { channel: Channel; icon: typeof Send }) {
  const { name, working, lastSuccessAt, failingSince, message } = channel;
  return (
    <Line mark={<Icon {...glyph} />} title={name} hint={message}>
      {failingSince && (
        <span className="text-12 text-meta">
          Since <Time instant={failingSince} />
        </span>
      )}
      {!failingSince && lastSuccessAt && (
        <span className="text-12 text-meta">
          Last <Time instant={lastSuccessAt} />
        </span>
      )}
      <Tag icon={working ? Check : TriangleAlert}>{working ? 'works' : 'does not work'}</Tag>
    </Line>
  );
}
