import { TokensPage } from './TokensPage.js';

export function DeskTokensPage() {
  return <TokensPage forDesk />;
}
