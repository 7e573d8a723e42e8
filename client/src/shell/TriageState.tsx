import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { TriageState_TriageFragmentDoc } from '../gql/graphql.js';
import { cx } from '../ui/cx.js';

gql`
  fragment TriageState_triage on TriageStatus {
    source
    engine
    answering
    message
  }
`;

/** What triage runs on and whether it answers: one dot and a few words. */
export function TriageState({ triage }: { triage: FragmentType<typeof TriageState_TriageFragmentDoc> }) {
  const { data, complete } = useFragment({ fragment: TriageState_TriageFragmentDoc, from: triage });
  if (!complete) return null;
  const name = data.source === 'LOCAL' ? 'local classifier' : data.engine;
  return (
    <span className="flex items-center gap-1.5" title={data.message ?? undefined}>
      <span className={cx('size-1.5 rounded-full', data.answering ? 'bg-good' : 'bg-warn')} aria-hidden />
      Triage: {name}, {data.answering ? 'answering' : 'not answering'}
    </span>
  );
}
