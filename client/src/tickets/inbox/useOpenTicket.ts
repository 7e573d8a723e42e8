import { useLocation, useMatch, useNavigate } from 'react-router';
import { usePreference } from '../../ui/preference.js';
import { usePanelFits } from '../../ui/useMediaQuery.js';
import { panelPreference } from '../ticket/ticketFrame.js';

/** Which ticket the address names, where it is shown, and the ways in and out. The filters travel along in the address. */
export function useOpenTicket() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const match = useMatch('/tickets/:number');
  const panelFits = usePanelFits();
  const prefersBeside = usePreference(panelPreference) === 'beside';
  const hrefOf = (number: number) => `/tickets/${number}${search}`;
  return {
    search,
    isOpen: match !== null,
    number: match ? Number(match.params.number) : null,
    panelFits,
    prefersBeside,
    beside: panelFits && prefersBeside,
    hrefOf,
    show: (number: number) => void navigate(hrefOf(number), { replace: match !== null }),
    replace: (number: number) => void navigate(hrefOf(number), { replace: true }),
    close: () => void navigate(`/${search}`),
    togglePanel: () => panelPreference.write(prefersBeside ? 'page' : 'beside'),
  };
}
