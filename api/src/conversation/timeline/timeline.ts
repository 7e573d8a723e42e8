import { registerEnumType } from 'type-graphql';
import { connectionType, edgeType } from '../../relay/connection.js';
import { TimelineItem } from '../../trail/timeline-item.js';

export enum TimelineKind {
  REPLY = 'reply',
  NOTE = 'note',
  EVENT = 'event',
}

registerEnumType(TimelineKind, {
  name: 'TimelineKind',
  description: 'Kinds of entries of a timeline.',
  valuesConfig: {
    REPLY: { description: 'What both sides see.' },
    NOTE: { description: 'What the team wrote for itself.' },
    EVENT: { description: 'What happened to the ticket.' },
  },
});

export const TimelineEdge = edgeType<TimelineItem>(TimelineItem, 'Timeline');
export type TimelineEdge = InstanceType<typeof TimelineEdge>;
export const TimelineConnection = connectionType<TimelineItem>(TimelineItem, TimelineEdge, 'Timeline');
export type TimelineConnection = InstanceType<typeof TimelineConnection>;

/** An entry and its place: the number of its row in the trail. */
export type Placed = { readonly item: TimelineItem; readonly place: number };
