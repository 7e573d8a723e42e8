import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../context.js';
import type { Position } from '../database/keyset.js';
import { NotFoundError } from '../errors.js';
import { User } from '../identity/accounts/user.js';
import { ConnectionArguments, connectionType, edgeOf, edgeType, pageRequest } from '../relay/connection.js';
import { encodeGlobalId, numberOf } from '../relay/global-id.js';
import { answer, Payload } from '../relay/payload.js';
import { Team } from '../teams/team.js';
import { SavedView, ViewSharing } from './saved-view.js';
import { viewPosition } from './saved-view.service.js';

const SavedViewEdge = edgeType(SavedView);
type SavedViewEdge = InstanceType<typeof SavedViewEdge>;
const SavedViewConnection = connectionType(SavedView, SavedViewEdge);
type SavedViewConnection = InstanceType<typeof SavedViewConnection>;

const isKeyPosition = ({ sort }: Position) => sort === null;

@InputType({ description: 'A view, to be made or changed.' })
export class SaveViewInput {
  @Field(() => ID, { nullable: true, description: 'The view to change; left out, a new one is made.' })
  id?: string | null;

  @Field(() => String, { description: 'The name in the sidebar, 1–100 characters.' })
  name!: string;

  @Field(() => String, { description: 'The filters as the address bar has them, at most 2,000 characters.' })
  query!: string;

  @Field(() => ViewSharing, { description: 'Who has it.' })
  sharedWith!: ViewSharing;

  @Field(() => ID, { nullable: true, description: 'The team, where it is shared with one.' })
  teamId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Where it stands. Left out, a new one comes last and another stays.',
  })
  position?: number | null;
}

@InputType({ description: 'Which view is to be gone.' })
export class DeleteViewInput {
  @Field(() => ID, { description: 'The view.' })
  id!: string;
}

@ObjectType({ description: 'The view after the change.' })
export class SaveViewPayload extends Payload {
  @Field(() => SavedView, { nullable: true, description: 'The view as it is now; null where it failed.' })
  view?: SavedView;

  @Field(() => SavedViewEdge, { nullable: true, description: 'Its edge in a list of views.' })
  viewEdge?: SavedViewEdge;
}

@ObjectType({ description: 'The view that is gone.' })
export class DeleteViewPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Take this id out of every list.' })
  deletedViewId?: string;
}

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Query(() => SavedViewConnection, {
    description: 'Views that the caller may use: own ones, those of own teams, those of all.',
  })
  savedViews(
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { views } }: Context,
  ): SavedViewConnection {
    const request = pageRequest(args, isKeyPosition);
    return new SavedViewConnection(
      () => views.page(caller, request),
      () => views.count(caller),
    );
  }

  @FieldResolver(() => User, { description: 'Who keeps it.' })
  async owner(@Root() { ownerKey }: SavedView, @Ctx() { loaders }: Context): Promise<User | null> {
    return loaders.user.load(ownerKey);
  }

  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team that it is shared with; null where it is with none.',
  })
  async team(@Root() { teamKey }: SavedView, @Ctx() { loaders }: Context): Promise<Team | null> {
    return teamKey === null ? null : loaders.team.load(teamKey);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may change and delete it.' })
  viewerCanEdit(@Root() view: SavedView, @Ctx() { caller, services: { views } }: Context): boolean {
    return views.mayEdit(caller, view);
  }

  @Mutation(() => SaveViewPayload, { description: 'Make or change a view.' })
  saveView(
    @Arg('input', () => SaveViewInput, { description: 'The view.' }) { id, teamId, position, ...input }: SaveViewInput,
    @Ctx() { caller, services: { views } }: Context,
  ): Promise<SaveViewPayload> {
    return answer(new SaveViewPayload(), async () => {
      const teamKey = teamId == null ? null : (numberOf('Team', teamId) ?? 0);
      const wanted = { ...input, teamKey, position: position ?? null };
      const view = await views.save(caller, id == null ? null : viewKey(id), wanted);
      return { view, viewEdge: edgeOf(view, viewPosition(view)) };
    });
  }

  @Mutation(() => DeleteViewPayload, { description: 'Remove a view for everybody who has it.' })
  deleteView(
    @Arg('input', () => DeleteViewInput, { description: 'Which.' }) { id }: DeleteViewInput,
    @Ctx() { caller, services: { views } }: Context,
  ): Promise<DeleteViewPayload> {
    return answer(new DeleteViewPayload(), async () => {
      const key = viewKey(id);
      await views.delete(caller, key);
      return { deletedViewId: encodeGlobalId('SavedView', key) };
    });
  }
}

/** @throws NotFoundError for what is no id of a view */
function viewKey(id: string): number {
  const key = numberOf('SavedView', id);
  if (key === null) throw new NotFoundError('There is no view with this id.', ['id']);
  return key;
}
