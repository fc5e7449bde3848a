'use client'

import { Tag } from '@/components/ui/tag'
import { useNews } from './live-store'

/** Stands in a row whose listing changed while it was looked at: the row is struck through where it cannot be bought. */
export function LiveMark({ positionId }: { positionId: number }) {
  const news = useNews(positionId)
  if (!news) return null
  if (news.standing === 'priced')
    return (
      <Tag look="signal" role="status" className="moved">
        now {news.price}
      </Tag>
    )
  return (
    <Tag data-gone="" role="status" className="moved self-start">
      {news.standing === 'sold' ? 'just sold' : 'no longer for sale'}
    </Tag>
  )
}
