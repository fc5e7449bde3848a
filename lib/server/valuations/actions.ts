'use server'

import { z } from 'zod'
import { publicAction } from '../action'
import { valueOne } from './value-one'

/** Values a position as of now, for anyone. */
export const valuePositionAction = publicAction(
  z.object({ positionId: z.int().positive() }),
  (server, { positionId }) => valueOne(server, positionId),
)
