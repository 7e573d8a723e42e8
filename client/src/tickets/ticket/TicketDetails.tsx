import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { Composer } from '../../conversation/Composer.js';
import { PresenceLine } from '../../conversation/PresenceLine.js';
import { RequesterCard } from '../../conversation/RequesterCard.js';
import { Timeline } from '../../conversation/Timeline.js';
import { TicketDetails_TicketFragmentDoc } from '../../gql/graphql.js';
import { useAssignmentCommands } from '../../people/useAssignmentCommands.js';
import { useNarrow } from '../../ui/useMediaQuery.js';
import { useUpdateTicket } from '../changes/useUpdateTicket.js';
import { IncidentStrip } from '../incidents/IncidentStrip.js';
import { IncidentTickets } from '../incidents/IncidentTickets.js';
import { useSetIncident } from '../incidents/useSetIncident.js';
import { MergeDialog } from '../merging/MergeDialog.js';
import { MergedStrip } from '../merging/MergedStrip.js';
import { MergedTickets } from '../merging/MergedTickets.js';
import type { Asked } from '../merging/MergePage.js';
import { useMergeTicket } from '../merging/useMergeTicket.js';
import type { Property } from '../properties.js';
import { SimilarPage } from '../similar/SimilarPage.js';
import { SnoozeStrip } from '../snooze/SnoozeStrip.js';
import { describeOutcome } from '../suggestion/suggestionWords.js';
import { KeptEdit } from './KeptEdit.js';
import { SuggestionCard } from './SuggestionCard.js';
import { TicketActionBar } from './TicketActionBar.js';
import { TicketAside } from './TicketAside.js';
import { TicketBar } from './TicketBar.js';
import { TicketEditor } from './TicketEditor.js';
import { TicketHeading } from './TicketHeading.js';
import { TicketProperties } from './TicketProperties.js';
import { TicketText } from './TicketText.js';
import { useTicketFrame } from './ticketFrame.js';
import { useAcceptSuggestion } from './useAcceptSuggestion.js';
import { useTicketShortcuts } from './useTicketShortcuts.js';

gql`
  fragment TicketDetails_ticket on Ticket {
    id
    number
    status
    suggestion {
      id
      category {
        outcome
      }
      priority {
        outcome
      }
    }
    ...useUpdateTicket_ticket
    ...TicketBar_ticket
    ...SnoozeStrip_ticket
    ...MergedStrip_ticket
    ...MergedTickets_ticket
    ...IncidentStrip_ticket
    ...IncidentTickets_ticket
    incident {
      id
    }
    incidentTickets(first: 100) {
      totalCount
    }
    mergedInto {
      id
    }
    ...TicketHeading_ticket
    ...TicketText_ticket
    ...TicketEditor_ticket
    ...TicketProperties_ticket
    ...TicketAside_ticket
    ...TicketActionBar_ticket
    ...SuggestionCard_ticket
    ...Timeline_ticket
    ...Composer_ticket
    ...PresenceLine_ticket
    ...RequesterCard_ticket
  }
`;

interface TicketDetailsProps {
  ticket: FragmentType<typeof TicketDetails_TicketFragmentDoc>;
  isStale: boolean;
  onEarlier: (before: string) => void;
}

/** Everything about one ticket: what is wrong, how urgent, what next, in that order. In the panel the properties stand above the words. */
export function TicketDetails({ ticket: reference, isStale, onEarlier }: TicketDetailsProps) {
  const { data: ticket, complete } = useFragment({
    fragment: TicketDetails_TicketFragmentDoc,
    fragmentName: 'TicketDetails_ticket',
    from: reference,
  });
  const frame = useTicketFrame();
  const narrow = useNarrow();
  const updateTicket = useUpdateTicket();
  const acceptSuggestion = useAcceptSuggestion();
  const [menu, setMenu] = useState<Property | null>(null);
  const [editing, setEditing] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const mergeTicket = useMergeTicket();
  const setIncident = useSetIncident();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const showLatest = () =>
    requestAnimationFrame(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight, behavior: 'smooth' }));

  const change: React.ComponentProps<typeof TicketProperties>['onChange'] = (values) =>
    complete && void updateTicket(ticket, values);
  const resolveAndNext = () => {
    if (!frame.step(1)) frame.close();
    change({ status: 'RESOLVED' });
  };
  /** A merged ticket is read here, and worked on where it went. */
  const isMerged = complete && ticket.mergedInto !== null;
  const suggestion = complete ? ticket.suggestion : null;
  const isUndecided = suggestion && describeOutcome(suggestion.category.outcome, suggestion.priority.outcome).isOpen;
  const accept = isUndecided && !isMerged ? () => void acceptSuggestion(suggestion.id) : null;
  const assignment = useAssignmentCommands(() => (complete ? [ticket.id] : []));
  const mergeInto = async (into: { id: string; number: number }) => {
    const goesOn = complete && (await mergeTicket(ticket, into));
    if (goesOn) void navigate(`/tickets/${goesOn}`);
  };
  const choose = (other: { id: string; number: number }) => {
    if (!complete) return;
    if (asked === 'incident') void setIncident([ticket], other, true);
    else if (asked === 'telling') void setIncident([other], ticket, true);
    else void mergeInto(other);
  };
  useTicketShortcuts({
    enabled: !isStale && !editing,
    frame,
    openMenu: setMenu,
    resolveAndNext,
    accept,
    merge: !isMerged ? () => setAsked('duplicate') : null,
    ...assignment,
  });
  if (!complete) return null;

  const canTell = !isMerged && !ticket.incident && ticket.incidentTickets.totalCount === 0;
  const onMerge = isMerged ? null : (into: { id: string; number: number }) => void mergeInto(into);
  const properties = { openMenu: menu, onOpenMenu: setMenu, onChange: change };
  const words = editing ? (
    <TicketEditor ticket={ticket} onDone={() => setEditing(false)} />
  ) : (
    <>
      <KeptEdit ticketId={ticket.id} onContinue={() => setEditing(true)} />
      <TicketText ticket={ticket} />
    </>
  );
  const isPanel = frame.variant === 'panel';
  return (
    <>
      <TicketBar
        ticket={ticket}
        frame={frame}
        onEdit={() => setEditing(true)}
        onMerge={!isMerged ? () => setAsked('duplicate') : null}
        onIncident={canTell ? () => setAsked('incident') : null}
        hasKeys={!isStale && !editing && !frame.hasSelection}
      />
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
        {isPanel ? (
          <article className="px-5 py-4">
            <MergedStrip ticket={ticket} />
            <IncidentStrip ticket={ticket} />
            <SnoozeStrip ticket={ticket} />
            <TicketHeading ticket={ticket} level={2} hidden={editing} />
            <TicketProperties ticket={ticket} {...properties} />
            {words}
            <MergedTickets ticket={ticket} />
            <IncidentTickets ticket={ticket} onAdd={() => setAsked('telling')} />
            <SuggestionCard ticket={ticket} onAccept={accept} />
            <RequesterCard ticket={ticket} />
            <Timeline ticket={ticket} onEarlier={onEarlier} />
            {/* It comes late, and nothing that is read or pressed may move for it. */}
            <SimilarPage number={ticket.number} onMerge={onMerge} />
          </article>
        ) : (
          <div className="mx-auto grid max-w-[1052px] grid-cols-[minmax(0,var(--w-reading))_var(--w-aside)] justify-center gap-x-16 px-6 py-8 max-panel:gap-x-6 max-side:grid-cols-[minmax(0,1fr)_280px] max-side:px-5 max-rail:block max-rail:p-4">
            <article className="min-w-0">
              <MergedStrip ticket={ticket} />
              <IncidentStrip ticket={ticket} />
              <SnoozeStrip ticket={ticket} />
              <TicketHeading ticket={ticket} level={1} hidden={editing} />
              {narrow ? <TicketProperties ticket={ticket} {...properties} /> : <div className="h-5" />}
              {words}
              <MergedTickets ticket={ticket} />
              <IncidentTickets ticket={ticket} onAdd={() => setAsked('telling')} />
              {narrow && <SuggestionCard ticket={ticket} onAccept={accept} />}
              {narrow && <RequesterCard ticket={ticket} />}
              <Timeline ticket={ticket} onEarlier={onEarlier} />
              {narrow && <SimilarPage number={ticket.number} onMerge={onMerge} />}
            </article>
            {!narrow && (
              <aside aria-label="Properties">
                <TicketAside ticket={ticket} {...properties} onResolveAndNext={resolveAndNext} />
                <RequesterCard ticket={ticket} />
                <SuggestionCard ticket={ticket} onAccept={accept} />
                <SimilarPage number={ticket.number} onMerge={onMerge} />
              </aside>
            )}
          </div>
        )}
      </div>
      {!isMerged && (
        <div className="flex-none px-4 pb-3 max-rail:px-2 max-rail:pb-2">
          <PresenceLine ticket={ticket} />
          <Composer ticket={ticket} enabled={!isStale && !editing} onSent={showLatest} />
        </div>
      )}
      {narrow && !isMerged && <TicketActionBar ticket={ticket} frame={frame} onChange={change} />}
      {asked && <MergeDialog asked={asked} number={ticket.number} onChoose={choose} onClose={() => setAsked(null)} />}
    </>
  );
}
