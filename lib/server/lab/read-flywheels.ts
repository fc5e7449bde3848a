import {
  type FlywheelPoint,
  flywheelPhases,
  type TurningPoint,
  turningPoints,
} from '@/lib/mechanism/tokenomics/flywheel'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { context, type ServerContext } from '../context'
import { type HistoryMonth, readHistories } from './read-histories'

export type Flywheel = {
  slug: string
  name: string
  category: string
  points: FlywheelPoint[]
  turns: TurningPoint[]
  /** what the phases are told from */
  months: HistoryMonth[]
}

/** The flywheel's phase of every network by month; a network whose history is too short has no points. */
export async function readFlywheels(server: Pick<ServerContext, 'db'> = context()): Promise<Flywheel[]> {
  return (await readHistories(server.db)).map(({ slug, name, category, months }) => {
    const points = flywheelPhases(months)
    return { slug, name, category, points, turns: turningPoints(points), months }
  })
}

/** The newest month that any phase is told of, YYYY-MM. */
export function newestMonth(rows: readonly Pick<Flywheel, 'points'>[]): string {
  const months = rows.flatMap(({ points }) => points.map(({ month }) => month))
  return months.length === 0 ? '–' : monthText(Math.max(...months))
}

/** Whose history is shown at first: the longest on record. */
const FIRST = 'helium-iot'

/** The network that an address names, where it has a phase; the one shown at first otherwise. */
export function chosenFlywheel(
  rows: readonly Flywheel[],
  of: string | readonly string[] | undefined,
): Flywheel | undefined {
  const told = rows.filter(({ points }) => points.length > 0)
  return told.find(({ slug }) => slug === of) ?? told.find(({ slug }) => slug === FIRST) ?? told[0]
}
