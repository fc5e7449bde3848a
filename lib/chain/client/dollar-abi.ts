import { parseAbi } from 'viem'

/** What our pages call of the dollar token. */
export const dollarAbi = parseAbi([
  'function balanceOf(address account) view returns (uint256)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function approve(address spender, uint256 amount) returns (bool)',
])
