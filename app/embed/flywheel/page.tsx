import type { Metadata } from 'next'
import { FlywheelOne } from '@/components/lab/flywheel-one'
import { FlywheelTable } from '@/components/lab/flywheel-table'
import { FramedFigure } from '@/components/lab/framed-figure'
import { FlywheelFoot } from '@/components/lab/lab-feet'
import { PhaseKey } from '@/components/lab/phase-key'
import { chosenFlywheel, newestMonth, readFlywheels } from '@/lib/server/lab/read-flywheels'

export const metadata: Metadata = { title: 'Flywheel', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The flywheel's phases alone, of all networks or of the one named, for other people's pages and for paper. */
export default async function EmbeddedFlywheel({ searchParams }: Props) {
  const [query, rows] = await Promise.all([searchParams, readFlywheels()])
  const one = query.of === undefined ? undefined : chosenFlywheel(rows, query.of)
  if (one)
    return (
      <FramedFigure title={`${one.name}: its flywheel`} href={`/lab/flywheel?of=${one.slug}#one`}>
        <FlywheelOne row={one} />
        <FlywheelFoot asOf={newestMonth([one])} of={one} isEmbedded />
      </FramedFigure>
    )
  return (
    <FramedFigure title="Flywheel phases of networks" href="/lab/flywheel">
      <PhaseKey />
      <FlywheelTable rows={rows} />
      <FlywheelFoot asOf={newestMonth(rows)} isEmbedded />
    </FramedFigure>
  )
}
