import { PageTitle, Skeleton, SkeletonRows } from '@/components/ui'

export default function Loading() {
  return (
    <>
      <PageTitle title="Address">
        <Skeleton className="h-4 w-72" />
      </PageTitle>
      <Skeleton className="mb-8 h-14 w-full" />
      <SkeletonRows rows={10} rowHeight={2.4} />
    </>
  )
}
