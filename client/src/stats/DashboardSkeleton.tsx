import { Bone } from '../ui/feedback/Skeleton.js';

/** The page's own boxes, empty, at their final heights. */
export function DashboardSkeleton() {
  return (
    <div className="flex flex-col gap-5 p-6 max-rail:gap-4 max-rail:p-4" aria-hidden>
      <div className="grid h-[98px] grid-cols-6 items-center gap-4 rounded-3 border border-line px-4 max-panel:grid-cols-3">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((figure) => (
          <Bone key={figure} className="h-5 w-20" />
        ))}
      </div>
      <div className="grid grid-cols-[1.72fr_1fr] gap-5 max-panel:grid-cols-1">
        <div className="h-[432px] rounded-3 border border-line" />
        <div className="h-[432px] rounded-3 border border-line" />
      </div>
    </div>
  );
}
