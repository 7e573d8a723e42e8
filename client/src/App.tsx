import { ApolloProvider } from '@apollo/client/react';
import { Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { client } from './apollo/client.js';
import { RouteBoundary } from './frame/RouteBoundary.js';
import { MembersOnly } from './session/MembersOnly.js';
import { SessionPage } from './session/SessionPage.js';
import { ShellPage } from './shell/ShellPage.js';
import { InboxPage } from './tickets/inbox/InboxPage.js';
import { lazyPart } from './ui/lazyPart.js';

const NotFoundPage = lazyPart(async () => (await import('./shell/NotFoundPage.js')).NotFoundPage);
const TicketPage = lazyPart(async () => (await import('./tickets/ticket/TicketPage.js')).TicketPage);
const RequesterEntry = lazyPart(async () => (await import('./requester/RequesterEntry.js')).RequesterEntry);
const NewTicketPage = lazyPart(async () => (await import('./submit/NewTicketPage.js')).NewTicketPage);
const PublicNewTicketPage = lazyPart(async () => (await import('./submit/PublicNewTicketPage.js')).PublicNewTicketPage);
const SignInPage = lazyPart(async () => (await import('./session/SignInPage.js')).SignInPage);
const SetupPage = lazyPart(async () => (await import('./session/SetupPage.js')).SetupPage);
const InvitationPage = lazyPart(async () => (await import('./session/InvitationPage.js')).InvitationPage);
const ResetPage = lazyPart(async () => (await import('./session/ResetPage.js')).ResetPage);
const SettingsRoutes = lazyPart(async () => (await import('./settings/SettingsRoutes.js')).SettingsRoutes);
const RequestersPage = lazyPart(async () => (await import('./requesters/RequestersPage.js')).RequestersPage);
const RequesterPage = lazyPart(async () => (await import('./requesters/RequesterPage.js')).RequesterPage);
const DashboardPage = lazyPart(async () => (await import('./stats/DashboardPage.js')).DashboardPage);
const NotificationsPage = lazyPart(
  async () => (await import('./notifications/NotificationsPage.js')).NotificationsPage,
);
const PeopleStatsPage = lazyPart(async () => (await import('./stats/people/PeopleStatsPage.js')).PeopleStatsPage);
const TriageReportPage = lazyPart(async () => (await import('./stats/report/TriageReportPage.js')).TriageReportPage);
const TriagePage = lazyPart(async () => (await import('./triage/TriagePage.js')).TriagePage);
const ManagePage = lazyPart(async () => (await import('./manage/ManagePage.js')).ManagePage);

/** Providers and routes, and the boundary for what no page catches. A ticket is a child of the inbox, so the list keeps its place and its rows while one is read. */
export function App() {
  return (
    <RouteBoundary place="desk">
      <ApolloProvider client={client}>
        {/* In a transition React renders the old and the new address in turn, and queries that follow the address never come to rest. */}
        <BrowserRouter useTransitions={false}>
          <Routes>
            <Route
              path="r"
              element={
                <Suspense fallback={null}>
                  <RequesterEntry />
                </Suspense>
              }
            />
            <Route element={<SessionPage />}>
              <Route path="sign-in" element={<SignInPage />} />
              <Route path="setup" element={<SetupPage />} />
              <Route path="invitation" element={<InvitationPage />} />
              <Route path="reset" element={<ResetPage />} />
              <Route element={<MembersOnly visitors={{ '/new': PublicNewTicketPage }} />}>
                <Route element={<ShellPage />}>
                  <Route path="/" element={<InboxPage />}>
                    <Route path="tickets/:number" element={<TicketPage />} />
                  </Route>
                  <Route path="new" element={<NewTicketPage />} />
                  <Route path="dashboard" element={<DashboardPage />} />
                  <Route path="dashboard/people" element={<PeopleStatsPage />} />
                  <Route path="dashboard/triage" element={<TriageReportPage />} />
                  <Route path="triage" element={<TriagePage />} />
                  <Route path="notifications" element={<NotificationsPage />} />
                  <Route path="manage" element={<ManagePage />} />
                  <Route path="requesters" element={<RequestersPage />}>
                    <Route path=":id" element={<RequesterPage />} />
                  </Route>
                  <Route path="settings/*" element={<SettingsRoutes />} />
                  <Route path="admin" element={<Navigate to="/manage" replace />} />
                  <Route path="*" element={<NotFoundPage />} />
                </Route>
              </Route>
            </Route>
          </Routes>
        </BrowserRouter>
      </ApolloProvider>
    </RouteBoundary>
  );
}
