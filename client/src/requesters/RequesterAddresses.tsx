import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { RequesterAddresses_RequesterFragmentDoc, type UpdateRequesterInput } from '../gql/graphql.js';
import { Button, IconButton } from '../ui/controls/Button.js';
import { TextInput } from '../ui/controls/Field.js';
import { useChangeRequester } from './useChangeRequester.js';

gql`
  fragment RequesterAddresses_requester on Requester {
    id
    emails {
      address
      verified
      bouncing
    }
  }
`;

/** Their addresses, the one that replies go to first. Each change holds at once. */
export function RequesterAddresses({
  requester: reference,
}: {
  requester: FragmentType<typeof RequesterAddresses_RequesterFragmentDoc>;
}) {
  const { data: requester, complete } = useFragment({
    fragment: RequesterAddresses_RequesterFragmentDoc,
    from: reference,
  });
  const { updateRequester } = useChangeRequester();
  const [fault, setFault] = useState<string | null>(null);
  if (!complete) return null;
  const { id, emails } = requester;
  const change = async (changes: Omit<UpdateRequesterInput, 'id'>) => {
    const refused = await updateRequester({ id, ...changes });
    setFault(refused);
    return refused === null;
  };
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (await change({ addEmail: String(new FormData(form).get('address')) })) form.reset();
  };
  return (
    <section aria-label="Addresses" className="mt-4">
      <ul className="rounded-3 border border-line empty:hidden">
        {emails.map(({ address, verified, bouncing }, index) => (
          <li
            key={address}
            className="flex min-h-9 flex-wrap items-center gap-2 border-hair px-3 py-1 not-last:border-b"
          >
            <bdi className="min-w-0 flex-1 basis-40 wrap-anywhere text-strong">{address}</bdi>
            <span className={bouncing ? 'text-12 text-danger' : 'text-12 text-meta'}>
              {bouncing ? 'bounces' : verified ? 'verified' : 'not verified'}
            </span>
            {index === 0 ? (
              <span className="text-12 text-body">primary</span>
            ) : (
              <Button
                size="sm"
                aria-label={`Make ${address} primary`}
                onClick={() => void change({ primaryEmail: address })}
              >
                Make primary
              </Button>
            )}
            <IconButton
              label={`Remove ${address}`}
              size="sm"
              icon={<X size={14} strokeWidth={1.5} aria-hidden />}
              onClick={() => void change({ removeEmail: address })}
            />
          </li>
        ))}
      </ul>
      <form noValidate className="mt-2 flex gap-2" onSubmit={add}>
        <TextInput
          name="address"
          type="email"
          aria-label="Another address"
          aria-invalid={fault !== null}
          placeholder="Another address"
        />
        <Button type="submit" size="lg" className="h-9 max-rail:h-11">
          Add
        </Button>
      </form>
      <p role="alert" className="mt-1 text-12 text-danger empty:hidden">
        {fault}
      </p>
    </section>
  );
}
