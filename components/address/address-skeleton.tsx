import { PageTitle, Skeleton, SkeletonRows } from '@/components/ui'

/** The place of an address page while it is read. */
export function AddressSkeleton({ account }: { account: string }) {
  return (
    <>
      <PageTitle
        title={<span className="figures text-xl break-all sm:text-2xl">{account}</span>}
        above="Address"
      >
        <Skeleton className="mt-1 h-4 w-80 max-w-full" />
      </PageTitle>
      <Skeleton className="mb-8 h-16 w-full" />
      <SkeletonRows rows={10} rowHeight={2.4} />
    </>
  )
}
