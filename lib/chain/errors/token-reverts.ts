import { parseAbi } from 'viem'
import { InvalidInputError, NotFoundError } from '@/lib/core/errors'
import { formatExact } from '@/lib/core/format'
import { InsufficientFundsError, MissingApprovalError, NotOwnedError } from '@/lib/market/order-errors'
import { ContractRevertedError } from './contract-reverted-error'
import { revertReader } from './revert-table'

/** ERC-6093 and permit errors of OpenZeppelin's tokens, and the test dollar's own. */
export const tokenErrorsAbi = parseAbi([
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error ERC20InvalidApprover(address approver)',
  'error ERC20InvalidReceiver(address receiver)',
  'error ERC20InvalidSender(address sender)',
  'error ERC20InvalidSpender(address spender)',
  'error ERC2612ExpiredSignature(uint256 deadline)',
  'error ERC2612InvalidSigner(address signer, address owner)',
  'error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)',
  'error ERC721InsufficientApproval(address operator, uint256 tokenId)',
  'error ERC721InvalidApprover(address approver)',
  'error ERC721InvalidOperator(address operator)',
  'error ERC721InvalidOwner(address owner)',
  'error ERC721InvalidReceiver(address receiver)',
  'error ERC721InvalidSender(address sender)',
  'error ERC721NonexistentToken(uint256 tokenId)',
  'error FaucetLimit(uint256 amount, uint256 limit)',
  'error InvalidAccountNonce(address account, uint256 currentNonce)',
  'error ECDSAInvalidSignature()',
  'error ECDSAInvalidSignatureLength(uint256 length)',
  'error ECDSAInvalidSignatureS(bytes32 s)',
])

const dollars = (units: bigint) => `${formatExact(units, 6)} dollars`
const address = () => new InvalidInputError('The zero address can neither hold nor move anything.')
const signature = () => new InvalidInputError('The signature is malformed.')

/** The tokens' errors in words. */
export const readTokenRevert = revertReader(tokenErrorsAbi, {
  ERC20InsufficientAllowance: ([spender, allowance, needed]) =>
    new MissingApprovalError(
      `The payer has approved ${dollars(allowance)} for the market; ${dollars(needed)} are needed.`,
      {
        details: {
          asset: 'dollar',
          spender,
          approved: allowance.toString(),
          needed: needed.toString(),
        },
      },
    ),
  ERC20InsufficientBalance: ([sender, balance, needed]) =>
    new InsufficientFundsError(`${sender} holds ${dollars(balance)}; ${dollars(needed)} are needed.`, {
      details: { account: sender, held: balance.toString(), needed: needed.toString() },
    }),
  ERC20InvalidApprover: address,
  ERC20InvalidReceiver: address,
  ERC20InvalidSender: address,
  ERC20InvalidSpender: address,
  ERC2612ExpiredSignature: ([deadline]) =>
    new MissingApprovalError('The signed permit has expired; please sign again.', {
      details: { asset: 'dollar', deadline: deadline.toString() },
    }),
  ERC2612InvalidSigner: ([signer, owner]) =>
    new MissingApprovalError('The permit is not signed by the payer, or was used already.', {
      details: { asset: 'dollar', signer, owner },
    }),
  ERC721IncorrectOwner: ([sender, tokenId, owner]) =>
    new NotOwnedError(`Position ${tokenId} is not ${sender}’s any more.`, {
      details: { positionId: Number(tokenId), account: sender, owner },
    }),
  ERC721InsufficientApproval: ([operator, tokenId]) =>
    new MissingApprovalError(`The holder of position ${tokenId} has not approved the market to move it.`, {
      details: { asset: 'position', operator, positionId: Number(tokenId) },
    }),
  ERC721InvalidApprover: ([account]) =>
    new NotOwnedError(`${account} cannot approve others for this position: it is not theirs.`, {
      details: { account },
    }),
  ERC721InvalidOperator: address,
  ERC721InvalidOwner: address,
  ERC721InvalidReceiver: ([receiver]) =>
    new ContractRevertedError('ERC721InvalidReceiver', `${receiver} cannot receive positions.`, { receiver }),
  ERC721InvalidSender: address,
  ERC721NonexistentToken: ([tokenId]) =>
    new NotFoundError(`There is no position ${tokenId}.`, { details: { positionId: tokenId.toString() } }),
  FaucetLimit: ([, limit]) =>
    new InvalidInputError(`The faucet gives at most ${dollars(limit)} at a time.`, {
      fields: { amount: `At most ${dollars(limit)}.` },
    }),
  InvalidAccountNonce: ([account]) =>
    new ContractRevertedError('InvalidAccountNonce', 'This signature was used already.', { account }),
  ECDSAInvalidSignature: signature,
  ECDSAInvalidSignatureLength: signature,
  ECDSAInvalidSignatureS: signature,
})
