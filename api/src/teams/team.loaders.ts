import DataLoader from 'dataloader';
import type { Caller } from '../caller.js';
import type { Membership, Team } from './team.js';
import type { TeamService } from './team.service.js';

/** Fresh for every request: what one request read must not answer another. */
export function teamLoaders(caller: Caller, teams: TeamService) {
  const grouped = (memberships: readonly Membership[], keyOf: (membership: Membership) => number) => {
    const groups = Map.groupBy(memberships, keyOf);
    return (key: number) => groups.get(key) ?? [];
  };
  return {
    team: new DataLoader<number, Team | null>(async (keys) => {
      const found = await teams.getMany(caller, keys);
      return keys.map((key) => found.get(key) ?? null);
    }),
    membersOfTeam: new DataLoader<number, Membership[]>(async (keys) =>
      keys.map(grouped(await teams.memberships(caller, keys), ({ teamId }) => teamId)),
    ),
    teamsOfPerson: new DataLoader<number, Membership[]>(async (keys) =>
      keys.map(grouped(await teams.membershipsOf(caller, keys), ({ accountId }) => accountId)),
    ),
  };
}
