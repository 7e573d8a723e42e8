interface Words {
  title: string;
  description: string;
}

/** What a ticket lacks to be one, by field. The server would refuse it as well, but not in these words. */
export function missingWords({ title, description }: Words): Partial<Words> {
  return {
    ...(!title.trim() && { title: 'A title is needed' }),
    ...(!description.trim() && { description: 'A description is needed' }),
  };
}
