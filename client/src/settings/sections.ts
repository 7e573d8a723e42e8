import {
  Clock,
  FlaskConical,
  KeyRound,
  Layers,
  Lock,
  type LucideIcon,
  Mail,
  MessageSquareText,
  Shield,
  User,
  Users,
  Webhook,
} from 'lucide-react';

interface Section {
  to: string;
  label: string;
  icon: LucideIcon;
}

export const ownSections: readonly Section[] = [
  { to: '/settings/profile', label: 'Profile', icon: User },
  { to: '/settings/security', label: 'Security', icon: Lock },
  { to: '/settings/tokens', label: 'Your tokens', icon: KeyRound },
];

export const cannedSection: Section = {
  to: '/settings/canned-replies',
  label: 'Canned replies',
  icon: MessageSquareText,
};
export const accessSection: Section = { to: '/settings/access', label: 'Access', icon: Shield };
export const samplesSection: Section = { to: '/settings/samples', label: 'Sample tickets', icon: FlaskConical };

/** For administrators alone. */
export const deskSections: readonly Section[] = [
  { to: '/settings/people', label: 'People', icon: Users },
  { to: '/settings/teams', label: 'Teams', icon: Layers },
  cannedSection,
  accessSection,
  { to: '/settings/desk-tokens', label: 'Desk tokens', icon: KeyRound },
  { to: '/settings/mail', label: 'Mail', icon: Mail },
  { to: '/settings/webhooks', label: 'Webhooks', icon: Webhook },
  { to: '/settings/audit', label: 'Audit', icon: Clock },
  samplesSection,
];
