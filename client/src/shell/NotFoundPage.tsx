import { Search } from 'lucide-react';
import { Link } from 'react-router';
import { PageBar } from '../frame/PageBar.js';
import { buttonClass } from '../ui/controls/Button.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';

export function NotFoundPage() {
  return (
    <>
      <PageBar title="Not found" />
      <div className="flex grow">
        <EmptyState
          icon={Search}
          title="There is no such page"
          actions={
            <Link to="/" className={buttonClass()}>
              Back to inbox
            </Link>
          }
        >
          The address may be mistyped, or the page has moved.
        </EmptyState>
      </div>
    </>
  );
}
