import { TriangleAlert } from 'lucide-react';
import { Component, Fragment, type ReactNode } from 'react';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { FailureDetails } from './FailureDetails.js';

interface RouteBoundaryProps {
  /** Where the person is: a change of place is a fresh attempt. */
  place: string;
  children: ReactNode;
}

interface RouteBoundaryState {
  error: unknown;
  /** How often the page was put up anew in this place. */
  round: number;
}

/** More would be a loop. */
const ROUNDS = 3;

/**
 * Catches what a page could not: the navigation around it stays alive, and the request id is there to quote. Where something
 * else in the browser, such as a translation, has moved the nodes React put down, the page is put up anew: what it shows
 * comes from the cache, and what was typed from its draft.
 */
export class RouteBoundary extends Component<RouteBoundaryProps, RouteBoundaryState> {
  override state: RouteBoundaryState = { error: null, round: 0 };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown) {
    if (isForeignEdit(error) && this.state.round < ROUNDS) this.#retry();
  }

  override componentDidUpdate(previous: RouteBoundaryProps) {
    if (previous.place !== this.props.place && (this.state.error || this.state.round > 0))
      this.setState({ error: null, round: 0 });
  }

  #retry = () => this.setState(({ round }) => ({ error: null, round: round + 1 }));

  override render() {
    const { error, round } = this.state;
    if (!error) return <Fragment key={round}>{this.props.children}</Fragment>;
    return (
      <div className="flex grow">
        <EmptyState icon={TriangleAlert} title="This page ran into an error" role="alert">
          Nothing you saved is lost. The other pages still work.
          <FailureDetails error={error} onRetry={this.#retry} />
        </EmptyState>
      </div>
    );
  }
}

/** What the DOM says to React about a node that is not where React left it. */
function isForeignEdit(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'HierarchyRequestError');
}
