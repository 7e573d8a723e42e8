import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Ban } from 'lucide-react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { RequesterLine_RequesterFragmentDoc } from '../gql/graphql.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { Tag } from '../ui/feedback/Tag.js';

gql`
  fragment RequesterLine_requester on Requester {
    id
    displayName
    blocked
    emails {
      address
    }
  }
`;

interface RequesterLineProps {
  requester: FragmentType<typeof RequesterLine_RequesterFragmentDoc>;
  to: string;
}

export function RequesterLine({ requester: reference, to }: RequesterLineProps) {
  const { data: requester, complete } = useFragment({ fragment: RequesterLine_RequesterFragmentDoc, from: reference });
  if (!complete) return null;
  const { displayName, blocked, emails } = requester;
  const addresses = emails.map(({ address }) => address).filter((address) => address !== displayName);
  return (
    <li className="border-hair not-last:border-b">
      <Link to={to} className="flex min-h-11 items-center gap-3 px-3 py-2 -outline-offset-2 hover:bg-hover">
        <Avatar name={displayName} side="requester" />
        <span className="min-w-0 flex-1">
          <bdi className="cut block font-medium text-strong">{displayName}</bdi>
          {addresses.length > 0 && (
            <bdi className="cut block text-12 text-meta">
              {addresses[0]}
              {addresses.length > 1 && ` and ${addresses.length - 1} more`}
            </bdi>
          )}
        </span>
        {blocked && <Tag icon={Ban}>blocked</Tag>}
      </Link>
    </li>
  );
}
