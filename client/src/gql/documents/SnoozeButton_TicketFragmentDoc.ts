import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { SnoozeButton_TicketFragment } from '../graphql.js';

export const SnoozeButton_TicketFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SnoozeButton_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isSnoozed"}}]}}]} as unknown as DocumentNode<SnoozeButton_TicketFragment, unknown>;
