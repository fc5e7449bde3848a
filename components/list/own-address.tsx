'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useConnection } from 'wagmi'
import { SkeletonRows } from '@/components/ui'
import { listHref } from '@/lib/market/list-query'

/** Goes to the connected account's own page. */
export function OwnAddress({ path }: { path: '/list' | '/list/orders' }) {
  const { address } = useConnection()
  const router = useRouter()
  useEffect(() => {
    if (address) router.replace(listHref({ owner: address.toLowerCase() as `0x${string}` }, path))
  }, [address, router, path])
  return <SkeletonRows rows={8} rowHeight={3.5} />
}
