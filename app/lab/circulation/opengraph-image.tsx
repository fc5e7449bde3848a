import { ImageResponse } from 'next/og'
import { CirculationCard } from '@/components/lab/circulation-card'
import { SHARE_SIZE } from '@/components/ui/share-look'
import { readCirculationHeadline } from '@/lib/server/lab/roll-up-circulation'
import { forEveryone } from '@/lib/server/locale/reader-style'
import { shareFonts } from '@/lib/server/positions/share-fonts'

export const dynamic = 'force-dynamic'
export const size = SHARE_SIZE
export const contentType = 'image/png'
export const alt = 'The circulation gap as a range, and what it hangs on'

/** What a site shows for a link to the circulation gap: its range, as kept. */
export default async function ShareImage() {
  const [range, fonts] = await Promise.all([readCirculationHeadline(), shareFonts()])
  // caches keep it for everyone
  return forEveryone(
    () =>
      new ImageResponse(<CirculationCard range={range} />, {
        ...SHARE_SIZE,
        fonts,
        headers: { 'cache-control': 'public, max-age=300' },
      }),
  )
}
