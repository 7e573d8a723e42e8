import { Component, type ReactNode } from 'react';
import { showToast } from './feedback/toasts.js';

interface PartBoundaryProps {
  /** What stands in the place of the part while it cannot be shown. */
  fallback: ReactNode;
  /** Takes back what asked for the part; without it the message offers another attempt. */
  onFail?: () => void;
  children: ReactNode;
}

/** Around a part that loads late: where it cannot be had, a message says so and the page stays as it is. */
export class PartBoundary extends Component<PartBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    const { onFail } = this.props;
    const again = { label: 'Try again', run: () => this.setState({ failed: false }) };
    showToast('This part of the page could not be loaded', { tone: 'danger', action: onFail ? null : again });
    onFail?.();
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
