import { classNames } from './class-names'

/** The place of something that is on its way. Give it the size of what will come, so that nothing shifts. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames('skeleton block', className)} />
}

/** Rows of a table on their way. `rowHeight` is the height of a real row, in rem. */
export function SkeletonRows({ rows, rowHeight = 3 }: { rows: number; rowHeight?: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, index) => `row-${index}`).map((row) => (
        <div
          key={row}
          className="flex items-center gap-6 border-b border-rule"
          style={{ height: `${rowHeight}rem` }}
        >
          <Skeleton className="h-3 w-1/4" />
          <Skeleton className="h-3 w-1/6" />
          <Skeleton className="ml-auto h-3 w-1/5" />
          <Skeleton className="h-3 w-16" />
        </div>
      ))}
    </div>
  )
}
