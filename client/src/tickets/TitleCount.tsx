import { limits } from '../gql/limits.js';

/** From here on the counter is worth its ink. */
const NEAR_LIMIT = 150;

/** How long a title has become, in characters as the server counts them. */
export function TitleCount({ title }: { title: string }) {
  const { length } = [...title];
  if (length < NEAR_LIMIT) return null;
  return (
    <span className={length > limits.titleLength ? 'digits text-danger' : 'digits'}>
      {length} of {limits.titleLength}
    </span>
  );
}
