import { Link } from 'react-router';

interface LearnedFromProps {
  tickets: readonly { id: string; number: number }[];
  /** What the address keeps while one moves between tickets. */
  search?: string;
  /** Opens them in a window of their own: whoever writes is not to be taken away. */
  apart?: boolean;
}

/** The tickets a suggestion is like, as a sentence of links. */
export function LearnedFrom({ tickets, search = '', apart = false }: LearnedFromProps) {
  if (tickets.length === 0) return null;
  return (
    <>
      <span>{' Close to '}</span>
      {tickets.map(({ id, number }, index) => (
        <span key={id}>
          {index > 0 && <span>{index === tickets.length - 1 ? ' and ' : ', '}</span>}
          <Link
            to={`/tickets/${number}${search}`}
            target={apart ? '_blank' : undefined}
            className="text-accent underline decoration-accent-line underline-offset-2 hover:decoration-current"
          >
            {`T-${number}`}
          </Link>
        </span>
      ))}
      <span>.</span>
    </>
  );
}
