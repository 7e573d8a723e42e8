import { registerEnumType } from 'type-graphql';

export enum SubscriptionState {
  SUBSCRIBED = 'subscribed',
  UNSUBSCRIBED = 'unsubscribed',
}

registerEnumType(SubscriptionState, {
  name: 'SubscriptionState',
  description: 'How somebody follows a ticket.',
  valuesConfig: {
    SUBSCRIBED: { description: 'Told of everything said here.' },
    UNSUBSCRIBED: { description: 'Told of mentions and assignments alone.' },
  },
});
