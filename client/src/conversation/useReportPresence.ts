import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { type PresenceKind, ReportPresenceDocument } from '../gql/graphql.js';
import { useSession } from '../session/session.js';

gql`
  mutation ReportPresence($input: ReportPresenceInput!) {
    reportPresence(input: $input) {
      userErrors {
        message
      }
    }
  }
`;

/** What was said is good for 20 seconds. */
const SAY_AGAIN_MS = 8_000;
/** Whoever writes nothing for so long only looks. */
const PAUSE_MS = 15_000;

/** Tells the team that one looks at a ticket, or writes `text` there. Nobody without a name does. */
export function useReportPresence(ticketId: string, writing: PresenceKind, text: string): void {
  const client = useApolloClient();
  const { user } = useSession();
  const isTyping = useIsTyping(text);
  const doing: PresenceKind = isTyping ? writing : 'VIEWING';
  const isNamed = user !== null;
  useEffect(() => {
    if (!isNamed || ticketId === '') return;
    const say = () => {
      if (document.hidden) return;
      // What is lost is said again in a moment.
      client
        .mutate({ mutation: ReportPresenceDocument, variables: { input: { ticketId, doing } } })
        .catch(() => undefined);
    };
    say();
    const timer = setInterval(say, SAY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [client, ticketId, doing, isNamed]);
}

function useIsTyping(text: string): boolean {
  const [typed, setTyped] = useState({ text, isTyping: false });
  if (typed.text !== text) setTyped({ text, isTyping: text !== '' });
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => setTyped({ text, isTyping: false }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return typed.isTyping;
}
