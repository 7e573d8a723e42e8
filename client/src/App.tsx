import { ApolloProvider } from '@apollo/client/react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { client } from './apollo/client.js';
import { RouteBoundary } from './frame/RouteBoundary.js';
import { NotFoundPage } from './shell/NotFoundPage.js';
import { ShellPage } from './shell/ShellPage.js';
import { InboxPage } from './tickets/inbox/InboxPage.js';
import { lazyPart } from './ui/lazyPart.js';

const TicketPage = lazyPart(async () => (await import('./tickets/ticket/TicketPage.js')).TicketPage);
const NewTicketPage = lazyPart(async () => (await import('./submit/NewTicketPage.js')).NewTicketPage);
const DashboardPage = lazyPart(async () => (await import('./stats/DashboardPage.js')).DashboardPage);
const ManagePage = lazyPart(async () => (await import('./manage/ManagePage.js')).ManagePage);

/** Providers and routes, and the boundary for what no page catches. A ticket is a child of the inbox, so the list keeps its place and its rows while one is read. */
export function App() {
  return (
    <RouteBoundary place="desk">
      <ApolloProvider client={client}>
        {/* In a transition React renders the old and the new address in turn, and queries that follow the address never come to rest. */}
        <BrowserRouter useTransitions={false}>
          <Routes>
            <Route element={<ShellPage />}>
              <Route path="/" element={<InboxPage />}>
                <Route path="tickets/:number" element={<TicketPage />} />
              </Route>
              <Route path="new" element={<NewTicketPage />} />
              <Route path="dashboard" element={<DashboardPage />} />
              <Route path="manage" element={<ManagePage />} />
              <Route path="admin" element={<Navigate to="/manage" replace />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </ApolloProvider>
    </RouteBoundary>
  );
}
