import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { FailureDetails } from './FailureDetails.js';

interface RouteBoundaryProps {
  /** Where the person is: a change of place is a fresh attempt. */
  place: string;
  children: ReactNode;
}

/** Catches what a page could not: the navigation around it stays alive, and the request id is there to quote. */
export class RouteBoundary extends Component<RouteBoundaryProps, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(previous: RouteBoundaryProps) {
    if (previous.place !== this.props.place && this.state.error) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="flex grow">
        <EmptyState icon={TriangleAlert} title="This page ran into an error" role="alert">
          Nothing you saved is lost. The other pages still work.
          <FailureDetails error={error} onRetry={() => this.setState({ error: null })} />
        </EmptyState>
      </div>
    );
  }
}
