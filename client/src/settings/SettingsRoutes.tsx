import { Route, Routes } from 'react-router';
import { AccessPage } from './AccessPage.js';
import { AuditPage } from './AuditPage.js';
import { CannedRepliesPage } from './canned/CannedRepliesPage.js';
import { DeskTokensPage } from './DeskTokensPage.js';
import { MailPage } from './MailPage.js';
import { PeoplePage } from './PeoplePage.js';
import { ProfilePage } from './ProfilePage.js';
import { SamplesPage } from './SamplesPage.js';
import { SecurityPage } from './SecurityPage.js';
import { SettingsFrame } from './SettingsFrame.js';
import { TeamsPage } from './TeamsPage.js';
import { TokensPage } from './TokensPage.js';
import { WebhooksPage } from './webhooks/WebhooksPage.js';

/** All settings load as one part: each page is small, and the first screen need not know their names. */
export function SettingsRoutes() {
  return (
    <Routes>
      <Route element={<SettingsFrame />}>
        <Route path="profile" element={<ProfilePage />} />
        <Route path="security" element={<SecurityPage />} />
        <Route path="tokens" element={<TokensPage />} />
        <Route path="people" element={<PeoplePage />} />
        <Route path="teams" element={<TeamsPage />} />
        <Route path="canned-replies" element={<CannedRepliesPage />} />
        <Route path="access" element={<AccessPage />} />
        <Route path="desk-tokens" element={<DeskTokensPage />} />
        <Route path="mail" element={<MailPage />} />
        <Route path="webhooks" element={<WebhooksPage />} />
        <Route path="audit" element={<AuditPage />} />
        <Route path="samples" element={<SamplesPage />} />
        <Route path="*" element={null} />
      </Route>
    </Routes>
  );
}
