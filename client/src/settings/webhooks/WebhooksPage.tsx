import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { gql } from '../../apollo/gql.js';
import {
  type SaveWebhookInput,
  WebhookDeliveriesDocument,
  type WebhookDeliveriesQuery,
  WebhooksPageDocument,
  type WebhooksPageQuery,
} from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { ConfirmDialog } from '../../ui/overlays/Dialog.js';
import { SecretDialog, type ToldOnce } from '../SecretDialog.js';
import { Lines, SettingsSection } from '../SettingsSection.js';
import { Deliveries, type DeliveriesShown } from './Deliveries.js';
import { useChangeWebhooks } from './useChangeWebhooks.js';
import { WebhookDialog } from './WebhookDialog.js';
import { WebhookLine } from './WebhookLine.js';

gql`
  query WebhooksPage {
    webhooks(first: 20) {
      edges {
        cursor
        node {
          id
          url
          events
          includeNotes
          enabled
          disabledReason
          createdBy {
            id
            displayName
          }
        }
      }
    }
  }
  query WebhookDeliveries($id: ID!, $state: [WebhookDeliveryState!], $after: String) {
    node(id: $id) {
      id
      ... on Webhook {
        deliveries(first: 50, state: $state, after: $after) {
          edges {
            cursor
            node {
              id
              event
              state
              body
              nextAttemptAt
              createdAt
              attempts {
                at
                statusCode
                answer
                milliseconds
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
    }
  }
`;

export type ListedWebhook = WebhooksPageQuery['webhooks']['edges'][number]['node'];
type Told = Extract<NonNullable<WebhookDeliveriesQuery['node']>, { __typename: 'Webhook' }>;
export type ListedDelivery = Told['deliveries']['edges'][number]['node'];

const POLL_MS = 5_000;

/** The programs that are told what happens, and what they were told. */
export function WebhooksPage() {
  const { data } = useQuery(WebhooksPageDocument, { fetchPolicy: 'cache-and-network', pollInterval: POLL_MS });
  const { save, remove } = useChangeWebhooks();
  const [editing, setEditing] = useState<ListedWebhook | 'new' | null>(null);
  const [deleting, setDeleting] = useState<ListedWebhook | null>(null);
  const [secret, setSecret] = useState<ToldOnce | null>(null);
  const [chosen, setChosen] = useState<DeliveriesShown | null>(null);
  const [isOlderShown, setOlderShown] = useState(false);
  const webhooks = data?.webhooks.edges.map(({ node }) => node) ?? [];
  const webhookId = webhooks.find(({ id }) => id === chosen?.webhookId)?.id ?? webhooks[0]?.id ?? '';
  const shown = { webhookId, state: chosen?.state ?? null };
  const { data: log, fetchMore } = useQuery(WebhookDeliveriesDocument, {
    variables: { id: webhookId, state: shown.state && [shown.state] },
    skip: webhookId === '',
    fetchPolicy: 'cache-and-network',
    // A look at the newest alone would take the older ones away again.
    pollInterval: isOlderShown ? 0 : POLL_MS,
  });
  const told = log?.node?.__typename === 'Webhook' ? log.node.deliveries : null;
  const showOlder = () => {
    setOlderShown(true);
    void fetchMore({ variables: { after: told?.pageInfo.endCursor } });
  };
  const saveEdited = async (input: SaveWebhookInput) => {
    const { done, fault } = await save(input);
    if (!done) return fault;
    setEditing(null);
    if (done.secret) setSecret({ ...toldOnce, value: done.secret });
    return null;
  };
  const toggle = async ({ id, url, events, enabled }: ListedWebhook) => {
    const { fault } = await save({ id, url, events, enabled: !enabled });
    showToast(fault ?? (enabled ? 'The webhook is off' : 'The webhook is on'), { tone: fault ? 'danger' : 'plain' });
  };
  const removeChosen = async ({ id }: ListedWebhook) => {
    const { fault } = await remove(id);
    showToast(fault ?? 'The webhook was deleted', { tone: fault ? 'danger' : 'plain' });
  };
  return (
    <SettingsSection
      title="Webhooks"
      lead="Programs of yours that are told what happens: signed, by ids alone, and again until they have it."
      action={
        <Button tone="primary" onClick={() => setEditing('new')}>
          New webhook
        </Button>
      }
    >
      {data && webhooks.length === 0 && <p className="text-meta">There are none yet.</p>}
      {webhooks.length > 0 && (
        <>
          <Lines label="Webhooks">
            {webhooks.map((webhook) => (
              <WebhookLine
                key={webhook.id}
                webhook={webhook}
                onEdit={() => setEditing(webhook)}
                onSwitch={() => void toggle(webhook)}
                onDelete={() => setDeleting(webhook)}
              />
            ))}
          </Lines>
          <Deliveries
            webhooks={webhooks}
            shown={shown}
            onChoose={(to) => {
              setChosen(to);
              setOlderShown(false);
            }}
            deliveries={told?.edges.map(({ node }) => node) ?? null}
            onOlder={told?.pageInfo.hasNextPage ? showOlder : null}
          />
        </>
      )}
      {editing && (
        <WebhookDialog
          webhook={editing === 'new' ? null : editing}
          onSave={saveEdited}
          onClose={() => setEditing(null)}
        />
      )}
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
      <ConfirmDialog
        title="Delete this webhook?"
        description={`${deleting?.url ?? ''} is told nothing more, and what it was told is forgotten.`}
        keepLabel="Keep it"
        confirmLabel="Delete"
        open={deleting !== null}
        onOpenChange={() => setDeleting(null)}
        onConfirm={() => deleting && void removeChosen(deleting)}
      />
    </SettingsSection>
  );
}

const toldOnce = {
  title: 'Copy this secret now',
  description: 'It is shown once. The program verifies by it that the desk sent what it receives.',
  name: 'Secret',
} as const;
