import type { Metadata } from 'next'
import { FlywheelTable } from '@/components/lab/flywheel-table'
import { FramedFigure } from '@/components/lab/framed-figure'
import { FlywheelFoot } from '@/components/lab/lab-feet'
import { PhaseKey } from '@/components/lab/phase-key'
import { newestMonth, readFlywheels } from '@/lib/server/lab/read-flywheels'

export const metadata: Metadata = { title: 'Flywheel', robots: { index: false } }

/** The flywheel's phases alone, for other people's pages and for paper. */
export default async function EmbeddedFlywheel() {
  const rows = await readFlywheels()
  return (
    <FramedFigure title="Flywheel phases of networks" href="/lab/flywheel">
      <PhaseKey />
      <FlywheelTable rows={rows} />
      <FlywheelFoot asOf={newestMonth(rows)} isEmbedded />
    </FramedFigure>
  )
}
