import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { type GraphQLObjectType, graphql } from 'graphql';
import { Authorized, buildSchema, Field, ObjectType, Query, Resolver, UseMiddleware } from 'type-graphql';
import { readPlainFields } from './plain-fields.js';

@ObjectType()
class Thing {
  @Field(() => String)
  plain = 'for everybody';

  @Field(() => String, { name: 'renamed' })
  other = 'by another name';

  @Field(() => String)
  get derived(): string {
    return `also ${this.plain}`;
  }

  @Field(() => String, { nullable: true })
  @Authorized()
  guarded = 'secret';

  @Field(() => String, { nullable: true })
  @Authorized()
  get guardedToo(): string {
    return this.guarded;
  }

  @Field(() => String)
  @UseMiddleware(async (_data, next) => `changed: ${await next()}`)
  changed = 'value';

  @Field(() => String)
  computed(): string {
    return `from ${this.plain}`;
  }
}

@Resolver()
class ThingResolver {
  @Query(() => Thing)
  thing(): Thing {
    return new Thing();
  }
}

test('plain fields are read without a resolver, and every guard still runs', async () => {
  const schema = await buildSchema({ resolvers: [ThingResolver], validate: false, authChecker: () => false });
  readPlainFields(schema);
  const type = schema.getType('Thing') as GraphQLObjectType;
  const resolved = Object.values(type.getFields()).flatMap(({ name, resolve }) => (resolve ? [name] : []));
  expect(resolved.toSorted()).toEqual(['changed', 'computed', 'guarded', 'guardedToo', 'renamed']);

  const source = '{ thing { plain renamed derived guarded guardedToo changed computed } }';
  const { data, errors } = await graphql({ schema, source });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['thing', 'guarded'],
    ['thing', 'guardedToo'],
  ]);
  expect(data?.thing).toEqual({
    plain: 'for everybody',
    renamed: 'by another name',
    derived: 'also for everybody',
    guarded: null,
    guardedToo: null,
    changed: 'changed: value',
    computed: 'from for everybody',
  });
});
