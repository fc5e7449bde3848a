import { ImageResponse } from 'next/og'
import { ShareCard } from '@/components/position/share-card'
import { SHARE_SIZE } from '@/components/ui/share-look'
import { forEveryone } from '@/lib/server/locale/reader-style'
import { shareFonts } from '@/lib/server/positions/share-fonts'
import { readPosition } from './read-position'

export const size = SHARE_SIZE
export const contentType = 'image/png'
export const alt = 'The position’s value from P5 to P95, with its price'

/** What a site shows for a link to a position: its value bar, as of now. */
export default async function ShareImage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [page, fonts] = await Promise.all([readPosition(id), shareFonts()])
  // caches keep it for everyone
  return forEveryone(
    () =>
      new ImageResponse(<ShareCard page={page} />, {
        ...SHARE_SIZE,
        fonts,
        headers: { 'cache-control': 'public, max-age=300' },
      }),
  )
}
