import { anyFreePort, freePortFrom, isPortFree } from '../services/ports'
import { StopError } from './stop-error'

export type PortChoice = { port: number; note?: string }

/**
 * The port for a part: the one asked for, or the first free one from its default on, with a note when that is not the
 * default.
 * @throws StopError when the port asked for is taken
 */
export async function choosePort(
  part: string,
  variable: string,
  asked: number | 'any' | undefined,
  preferred: number,
): Promise<PortChoice> {
  if (asked === 'any') return { port: await anyFreePort() }
  if (asked !== undefined) {
    if (await isPortFree(asked)) return { port: asked }
    throw new StopError(
      `Port ${asked}, asked for by ${variable}, is taken by another program. Free it, or ask for another.`,
    )
  }
  const port = await freePortFrom(preferred)
  if (port === undefined)
    throw new StopError(
      `No port from ${preferred} to ${preferred + 19} is free for ${part}. Set ${variable}.`,
    )
  return port === preferred ? { port } : { port, note: `port ${preferred} is taken; ${part} uses ${port}` }
}
