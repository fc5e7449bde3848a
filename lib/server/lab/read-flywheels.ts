import {
  type FlywheelPoint,
  flywheelPhases,
  type TurningPoint,
  turningPoints,
} from '@/lib/mechanism/tokenomics/flywheel'
import { context, type ServerContext } from '../context'
import { readHistories } from './read-histories'

export type Flywheel = {
  slug: string
  name: string
  category: string
  points: FlywheelPoint[]
  turns: TurningPoint[]
}

/** The flywheel's phase of every network by month; a network whose history is too short has no points. */
export async function readFlywheels(server: Pick<ServerContext, 'db'> = context()): Promise<Flywheel[]> {
  return (await readHistories(server.db)).map(({ slug, name, category, months }) => {
    const points = flywheelPhases(months)
    return { slug, name, category, points, turns: turningPoints(points) }
  })
}
