import { parseAbi } from 'viem'
import { ConflictError, InvalidInputError, NotAllowedError } from '@/lib/core/errors'
import { InvalidOrderError, NotOwnedError, StateChangedError } from '@/lib/market/order-errors'
import { ContractRevertedError } from './contract-reverted-error'
import { revertReader } from './revert-table'

/** Errors of DevicePositions, SettlementZone and what they inherit, beside the tokens'. */
export const positionErrorsAbi = parseAbi([
  'error StateChanged(uint256 id, bytes32 signed, bytes32 current)',
  'error DeviceChanged(uint256 id, bytes32 authorized, bytes32 current)',
  'error NotOnePosition(uint256 count)',
  'error NotSeaport(address caller)',
  'error ClaimExpired(uint256 deadline)',
  'error WrongNonce(bytes32 deviceId, uint256 expected, uint256 given)',
  'error DeviceKeyMismatch(bytes32 expected, bytes32 given)',
  'error DeviceAlreadyRegistered(bytes32 deviceId, uint256 tokenId)',
  'error InvalidDeviceSignature()',
  'error InvalidAttesterSignature()',
  'error InvalidUserSignature()',
  'error NotAttester(address account)',
  'error NotPositionOwner(uint256 tokenId, address account)',
  'error LeaseRunning(uint256 tokenId, address user, uint64 expires)',
  'error OwnerIsZero()',
  'error AccessControlBadConfirmation()',
  'error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)',
  'error EnforcedPause()',
  'error ExpectedPause()',
  'error InvalidShortString()',
  'error StringTooLong(string str)',
])

const date = (seconds: bigint) =>
  seconds > 8_640_000_000_000n
    ? 'the end of time'
    : `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
const text = () => new InvalidInputError('A name is too long for the chain.')

/** Our contracts' errors in words. */
export const readPositionRevert = revertReader(positionErrorsAbi, {
  StateChanged: ([id, signed, current]) =>
    new StateChangedError(`Position ${id} is no longer what the signer of the order signed.`, {
      details: { positionId: Number(id), signed, current },
    }),
  DeviceChanged: ([id]) =>
    new StateChangedError(`The device of position ${id} was changed during the fill.`, {
      details: { positionId: Number(id) },
    }),
  NotOnePosition: ([count]) =>
    new InvalidOrderError('positions', `An order here trades exactly one position, not ${count}.`),
  NotSeaport: ([caller]) =>
    new ContractRevertedError('NotSeaport', 'Only Seaport asks the settlement zone.', { caller }),
  ClaimExpired: ([deadline]) =>
    new ConflictError(`The claim was good until ${date(deadline)}; please start again.`, {
      details: { revert: 'ClaimExpired', deadline: deadline.toString() },
    }),
  WrongNonce: ([deviceId, expected, given]) =>
    new ConflictError('The device has signed something newer; please start again.', {
      details: {
        revert: 'WrongNonce',
        deviceId,
        expected: expected.toString(),
        given: given.toString(),
      },
    }),
  DeviceKeyMismatch: ([expected, given]) =>
    new InvalidInputError('The key is not that of the device in the claim.', {
      details: { expected, given },
    }),
  DeviceAlreadyRegistered: ([deviceId, tokenId]) =>
    new ConflictError(`This device is registered already, as position ${tokenId}.`, {
      details: { revert: 'DeviceAlreadyRegistered', deviceId, positionId: Number(tokenId) },
    }),
  InvalidDeviceSignature: () => new InvalidInputError('The device’s signature does not fit the claim.'),
  InvalidAttesterSignature: () => new InvalidInputError('The attester’s signature does not fit the claim.'),
  InvalidUserSignature: () =>
    new NotAllowedError('The position’s user has not agreed: their signature is missing or does not fit.'),
  NotAttester: ([account]) =>
    new NotAllowedError(`${account} is not an attester, or no longer.`, { details: { account } }),
  NotPositionOwner: ([tokenId, account]) =>
    new NotOwnedError(`Position ${tokenId} does not belong to ${account}.`, {
      details: { positionId: Number(tokenId), account },
    }),
  LeaseRunning: ([tokenId, user, expires]) =>
    new ConflictError(`Position ${tokenId} is in use by ${user} until ${date(expires)}.`, {
      details: { revert: 'LeaseRunning', positionId: Number(tokenId), user, expires: Number(expires) },
    }),
  OwnerIsZero: () => new InvalidInputError('A position needs an owner.'),
  AccessControlBadConfirmation: () => new NotAllowedError('A role is given up by its holder alone.'),
  AccessControlUnauthorizedAccount: ([account, role]) =>
    new NotAllowedError(`${account} lacks the role for this.`, { details: { account, role } }),
  EnforcedPause: () =>
    new ConflictError('Registration is paused; positions can still be bought and sold.', {
      retryable: true,
      details: { revert: 'EnforcedPause' },
    }),
  ExpectedPause: () =>
    new ConflictError('Registration is not paused.', { details: { revert: 'ExpectedPause' } }),
  InvalidShortString: text,
  StringTooLong: text,
})
