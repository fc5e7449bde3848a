import { UnavailableError } from '@/lib/core/errors'
import type { ComputeValuation } from './compute'

/**
 * Lets so many valuations of one kind be under way at once and refuses one more, so that strangers' requests never take
 * the whole queue from the product's own.
 */
export function atMost(count: number): (compute: ComputeValuation) => ComputeValuation {
  let underWay = 0
  return (compute) => async (inputs, settings) => {
    if (underWay >= count)
      throw new UnavailableError('Too many valuations are under way; try again in a moment.', {
        retryable: true,
      })
    underWay += 1
    try {
      return await compute(inputs, settings)
    } finally {
      underWay -= 1
    }
  }
}
