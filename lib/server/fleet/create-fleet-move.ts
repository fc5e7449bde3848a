import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reassignmentsSince } from '@/db/queries/fleet'
import { deviceModels, metadataDocuments, networks, positions } from '@/db/schema'
import { ConflictError, HotswapError, InvalidInputError, NotFoundError } from '@/lib/core/errors'
import type { SignedInContext } from '../action/signed-in-action'
import { createReassignment } from '../registrations/create-reassignment'
import { getReassignment } from '../registrations/get-reassignment'
import { metadataSchema } from '../registrations/input'
import type { ReassignmentView } from '../registrations/view-reassignment'

export const fleetMoveInput = z.object({
  positionId: z.number().int().positive(),
  network: z.string().min(1).max(31),
  model: z.string().min(1).max(31),
})

/**
 * Begins the move of a position's device to another network, with what is on record about it otherwise: its place where
 * the network depends on one, its name and hardware. A move to the same network that is under way is gone on with.
 *
 * @throws NotFoundError; NotAllowedError (not_owner); ConflictError (same_network); InvalidInputError naming the field
 */
export async function createFleetMove(
  context: SignedInContext,
  { positionId, network, model }: z.output<typeof fleetMoveInput>,
): Promise<ReassignmentView> {
  const { db, now, session } = context
  const [found] = await db
    .select({ position: positions, document: metadataDocuments.document })
    .from(positions)
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(eq(positions.id, positionId))
  if (!found) throw new NotFoundError(`There is no position ${positionId}.`)
  const { position } = found
  if (position.network === network)
    throw new ConflictError(`Position ${positionId} is on that network already.`, {
      details: { reason: 'same_network' },
    })
  const [there] = await db.select().from(networks).where(eq(networks.slug, network))
  if (there?.isPhysical && position.cell === null)
    throw new InvalidInputError('No place of this device is on record, and the network depends on one.', {
      fields: { cell: 'Register where the device stands first.' },
    })

  const yesterday = new Date(now().getTime() - 86_400_000)
  const under = (await reassignmentsSince(db, session.address, yesterday, 100)).find(
    (one) =>
      one.positionId === positionId && one.network === network && one.model === model && one.deadline > now(),
  )
  if (under) {
    const view = await getReassignment(context, under.id)
    if (view.status === 'challenged' || view.status === 'attested') return view
  }
  const keepsPlace = there?.isPhysical === true
  return createReassignment(context, {
    positionId,
    network,
    model,
    cell: keepsPlace ? position.cell : null,
    placeCommitment: keepsPlace ? (position.placeCommitment as `0x${string}` | null) : null,
    metadata: await metadataOf(context, positionId, position.model, found.document),
  })
}

/** What the record says of the device; a position registered without a document is named by its model. */
async function metadataOf(
  { db }: SignedInContext,
  positionId: number,
  model: string,
  document: Record<string, unknown> | null,
) {
  const known = metadataSchema.safeParse(document)
  if (known.success) return known.data
  const [row] = await db
    .select({ name: deviceModels.name })
    .from(deviceModels)
    .where(eq(deviceModels.slug, model))
  return metadataSchema.parse({ name: `Position ${positionId}`, hardware: (row?.name ?? model).slice(0, 80) })
}

/** Moves that are begun at once. */
export const MOST_MOVES = 50

export const fleetMovesInput = z.object({ moves: z.array(fleetMoveInput).min(1).max(MOST_MOVES) })

/** Begins several moves, one after another: what is refused is told by its position, and the others are begun. */
export async function createFleetMoves(
  context: SignedInContext,
  { moves }: z.output<typeof fleetMovesInput>,
): Promise<{ begun: number[]; refused: { positionId: number; message: string }[] }> {
  const begun: number[] = []
  const refused: { positionId: number; message: string }[] = []
  for (const move of moves)
    try {
      await createFleetMove(context, move)
      begun.push(move.positionId)
    } catch (error) {
      if (!(error instanceof HotswapError)) throw error
      refused.push({ positionId: move.positionId, message: error.message })
    }
  return { begun, refused }
}
