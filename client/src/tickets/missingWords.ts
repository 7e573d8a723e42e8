import { isBlank } from './isBlank.js';

interface Words {
  title: string;
  description: string;
}

/** What a ticket lacks to be one, by field. The server would refuse it as well, but not in these words. */
export function missingWords({ title, description }: Words): Partial<Words> {
  return {
    ...(isBlank(title) && { title: 'A title is needed' }),
    ...(isBlank(description) && { description: 'A description is needed' }),
  };
}
