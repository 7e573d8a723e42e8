import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';

@ObjectType({ description: 'A browser in which somebody is signed in.' })
export class Session {
  @Field(() => ID, { description: 'Globally unique and opaque.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether the request came with it.' })
  current!: boolean;

  @Field(() => String, { description: 'What the browser called itself when it signed in.' })
  userAgent!: string;

  @Field(() => String, { description: 'The network address that it signed in from.' })
  address!: string;

  @Field(() => DateTime, { description: 'When it signed in.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it was last used, to the minute.' })
  lastUsedAt!: string;
}
