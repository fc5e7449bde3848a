import { hexToString, parseAbi } from 'viem'
import { ConflictError, InvalidInputError, UnavailableError } from '@/lib/core/errors'
import { formatExact } from '@/lib/core/format'
import { revertReader } from './revert-table'

/** RewardDistributor's own errors. */
export const rewardErrorsAbi = parseAbi([
  'error RootIsZero(bytes32 network, uint64 epoch)',
  'error EpochNotAfter(bytes32 network, uint64 epoch, uint64 latest)',
  'error EpochNotPublished(bytes32 network, uint64 epoch)',
  'error ProofDoesNotMatch(bytes32 network, address account, uint256 positionId, uint256 cumulative)',
  'error PoolTooSmall(bytes32 network, uint256 owed, uint256 pool)',
  'error SafeERC20FailedOperation(address token)',
])

const slug = (network: `0x${string}`) => `“${hexToString(network, { size: 32 })}”`
const dollars = (units: bigint) => formatExact(units, 6)

/** The errors of claims and publications in words. */
export const readRewardRevert = revertReader(rewardErrorsAbi, {
  RootIsZero: ([network, epoch]) => new InvalidInputError(`Epoch ${epoch} of ${slug(network)} has no root.`),
  EpochNotAfter: ([network, epoch, latest]) =>
    new ConflictError(`Epoch ${latest} of ${slug(network)} is published; ${epoch} does not come after it.`),
  EpochNotPublished: ([network, epoch]) =>
    new ConflictError(
      `Epoch ${epoch} of ${slug(network)} is not on the chain; it may have been undone. Please read the page again.`,
    ),
  ProofDoesNotMatch: ([network, account, positionId, cumulative]) =>
    new ConflictError(
      `The published rewards of ${slug(network)} do not say that ${account} earned ${dollars(cumulative)} dollars with position ${positionId}.`,
    ),
  PoolTooSmall: ([network, owed, pool]) =>
    new UnavailableError(
      `${slug(network)} has paid in ${dollars(pool)} dollars, less than the ${dollars(owed)} due. Claim again once it has paid in more; nothing is lost.`,
    ),
  SafeERC20FailedOperation: () => new ConflictError('The dollar token refused the transfer.'),
})
