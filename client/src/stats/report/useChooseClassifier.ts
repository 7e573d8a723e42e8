import { gql } from '../../apollo/gql.js';
import { UseTriageClassifierDocument } from '../../gql/graphql.js';
import { useAdminister } from '../../settings/useAdminister.js';

gql`
  mutation UseTriageClassifier($input: UseTriageClassifierInput!) {
    useTriageClassifier(input: $input) {
      userErrors {
        message
      }
    }
  }
`;

/** Answers what stands in the way, or null. */
export function useChooseClassifier() {
  const administer = useAdminister();
  return async (version: string): Promise<string | null> => {
    const { fault } = await administer(UseTriageClassifierDocument, { version }, (data) => data.useTriageClassifier);
    return fault;
  };
}
