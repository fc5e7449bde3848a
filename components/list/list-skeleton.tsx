import { Skeleton, SkeletonRows } from '@/components/ui'

/** The place of an owner’s positions while they are read: their filters, the price by rule, and rows. */
export function ListSkeleton() {
  return (
    <>
      <div aria-hidden className="grid h-29 grid-cols-2 content-start gap-3 pt-6 pb-3 sm:flex sm:h-18">
        <Skeleton className="h-9 max-sm:col-span-2 sm:w-64" />
        <Skeleton className="h-9 sm:w-48" />
      </div>
      <div aria-hidden className="h-22 border-y border-rule" />
      <SkeletonRows rows={8} rowHeight={3.5} />
    </>
  )
}
