import { Search } from 'lucide-react';
import { Link } from 'react-router';
import { buttonClass } from '../ui/controls/Button.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { PageBar } from './PageBar.js';

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
