import { gql } from '../apollo/gql.js';
import {
  DeleteTeamDocument,
  SaveTeamDocument,
  type SaveTeamInput,
  SetTeamMembersDocument,
  type TeamMemberInput,
} from '../gql/graphql.js';
import { useAdminister } from './useAdminister.js';

gql`
  mutation SaveTeam($input: SaveTeamInput!) {
    saveTeam(input: $input) {
      team {
        id
      }
      userErrors {
        message
      }
    }
  }
  mutation SetTeamMembers($input: SetTeamMembersInput!) {
    setTeamMembers(input: $input) {
      userErrors {
        message
      }
    }
  }
  mutation DeleteTeam($input: DeleteTeamInput!) {
    deleteTeam(input: $input) {
      userErrors {
        message
      }
    }
  }
`;

export function useChangeTeams() {
  const administer = useAdminister();
  return {
    /** The team with its members; what the members are refused for stands in the same place. */
    async saveTeam(input: SaveTeamInput, members: TeamMemberInput[]): Promise<string | null> {
      const { done, fault } = await administer(SaveTeamDocument, input, (data) => data.saveTeam);
      if (!done?.team) return fault;
      const set = await administer(
        SetTeamMembersDocument,
        { teamId: done.team.id, members },
        (data) => data.setTeamMembers,
      );
      return set.fault;
    },
    deleteTeam: (id: string) => administer(DeleteTeamDocument, { id }, (data) => data.deleteTeam),
  };
}
