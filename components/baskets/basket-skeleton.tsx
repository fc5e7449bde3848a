import { Skeleton, SkeletonRows } from '@/components/ui'

/** The place of a basket while it is chosen. */
export function BasketSkeleton() {
  return (
    <div className="space-y-8 pt-6">
      <p role="status" className="text-sm text-muted">
        Choosing among the listings…
      </p>
      <Skeleton className="h-12 max-w-[80ch]" />
      <div className="grid grid-cols-2 gap-6 sm:grid-cols-3 lg:grid-cols-6">
        {Array.from({ length: 6 }, (_, index) => `figure-${index}`).map((figure) => (
          <Skeleton key={figure} className="h-14" />
        ))}
      </div>
      <SkeletonRows rows={8} rowHeight={3.25} />
    </div>
  )
}
