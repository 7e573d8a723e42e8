import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { SnoozeStrip_TicketFragment } from '../graphql.js';

export const SnoozeStrip_TicketFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SnoozeStrip_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isSnoozed"}},{"kind":"Field","name":{"kind":"Name","value":"snoozedUntil"}}]}}]} as unknown as DocumentNode<SnoozeStrip_TicketFragment, unknown>;
