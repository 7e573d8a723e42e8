import { registerEnumType } from 'type-graphql';

export enum ChangeKind {
  ADDED = 'added',
  CHANGED = 'changed',
  REMOVED = 'removed',
  RESYNC = 'resync',
}

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What happened to an entry of a list.',
  valuesConfig: {
    ADDED: { description: 'It came into the list, or may have: words and turns of before are not kept.' },
    CHANGED: { description: 'It was in the list and still is.' },
    REMOVED: { description: 'It left the list, or may have; or it is gone.' },
    RESYNC: { description: 'Too much was missed to tell: load the list anew.' },
  },
});
