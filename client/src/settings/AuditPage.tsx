import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { apiUrl } from '../apollo/apiUrl.js';
import { gql } from '../apollo/gql.js';
import { type AuditEventType, AuditPageDocument } from '../gql/graphql.js';
import { Time } from '../time/Time.js';
import { Button, buttonClass } from '../ui/controls/Button.js';
import { Select } from '../ui/controls/Select.js';
import { auditNames } from './auditNames.js';
import { NameFilter } from './NameFilter.js';
import { Line, Lines, SettingsSection } from './SettingsSection.js';

gql`
  query AuditPage($type: [AuditEventType!], $actorId: ID, $after: String) {
    auditEvents(first: 50, type: $type, actorId: $actorId, after: $after) {
      edges {
        cursor
        node {
          id
          at
          type
          actorName
          target
          detail
          address
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    users(first: 100, includeInactive: true) {
      edges {
        cursor
        node {
          id
          displayName
        }
      }
    }
  }
`;

/** Who did what to the desk itself, newest first. */
export function AuditPage() {
  const [type, setType] = useState<AuditEventType | null>(null);
  const [actorId, setActorId] = useState<string | null>(null);
  const { data, previousData, fetchMore } = useQuery(AuditPageDocument, {
    variables: { type: type && [type], actorId },
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? previousData;
  const events = shown?.auditEvents.edges.map(({ node }) => node) ?? [];
  const { hasNextPage, endCursor } = shown?.auditEvents.pageInfo ?? {};
  return (
    <SettingsSection
      title="Audit"
      lead="Sign-ins, roles, tokens, settings, exports, deletions. Kept for 400 days; nobody can change it."
      action={
        <a href={`${apiUrl}/api/audit.csv`} download className={buttonClass()}>
          Export CSV
        </a>
      }
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <NameFilter label="What happened" names={auditNames} value={type} onChange={setType} />
        <Select
          aria-label="Who did it"
          className="w-auto! min-w-44"
          value={actorId ?? ''}
          onChange={(event) => setActorId(event.target.value || null)}
        >
          <option value="">Everybody</option>
          {shown?.users.edges.map(({ node }) => (
            <option key={node.id} value={node.id}>
              {node.displayName}
            </option>
          ))}
        </Select>
      </div>
      {shown && events.length === 0 && <p className="text-meta">Nothing of that kind happened.</p>}
      {events.length > 0 && (
        <Lines label="Audit">
          {events.map(({ id, at, type: what, actorName, target, detail, address }) => (
            <Line
              key={id}
              title={`${auditNames[what]}${target ? `: ${target}` : ''}`}
              hint={[actorName, address, detail].filter(Boolean).join(' · ')}
            >
              <Time instant={at} className="text-12 text-meta" />
            </Line>
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
