import { type Address, createTestClient, createWalletClient, custom, parseEther } from 'viem'
import { z } from 'zod'
import { testDollarAbi as abi } from '@/lib/chain/abi/generated/testDollar'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { NotAllowedError } from '@/lib/core/errors'
import type { UsdUnits } from '@/lib/core/money'
import type { ServerContext } from '../context'
import { addressSchema } from '../input'

export const topUpInput = z.object({ address: addressSchema })

/** What an account holds at least after the faucet. */
const ENOUGH_ETHER = parseEther('10')
const ENOUGH_DOLLARS: UsdUnits = 100_000_000_000n

/** One of the node's own accounts, the last of its ten: it draws test dollars and passes them on. */
export const FAUCET_GIVER: Address = '0xa0Ee7A142d267C1f36714E4a8F75612F20a79720'

export type ToppedUp = { ether: string; dollars: string }

/**
 * Test ether and test dollars for an account of the local chain, up to what is enough for trying things out; an
 * account that has enough gets nothing more. Amounts come back in base units.
 *
 * @throws NotAllowedError on any other chain
 */
export async function topUp(
  { client, deployment }: Pick<ServerContext, 'client' | 'deployment'>,
  { address }: z.output<typeof topUpInput>,
): Promise<ToppedUp> {
  if (deployment.chainId !== LOCAL_CHAIN_ID)
    throw new NotAllowedError('The faucet exists on the local chain alone.')
  const { chain } = client
  const transport = custom(client)
  const { dollar } = deployment
  const balanceOf = () =>
    client.readContract({ address: dollar, abi, functionName: 'balanceOf', args: [address] })

  if ((await client.getBalance({ address })) < ENOUGH_ETHER / 2n)
    await createTestClient({ mode: 'anvil', chain, transport }).setBalance({
      address,
      value: ENOUGH_ETHER,
    })

  const missing = ENOUGH_DOLLARS - (await balanceOf())
  if (missing > 0n) {
    // the node signs for its own accounts and numbers their transactions
    const giver = createWalletClient({ account: FAUCET_GIVER, chain, transport })
    await inTurn(async () => {
      const drawn = await giver.writeContract({
        address: dollar,
        abi,
        functionName: 'faucet',
        args: [missing],
      })
      await client.waitForTransactionReceipt({ hash: drawn })
      const given = await giver.writeContract({
        address: dollar,
        abi,
        functionName: 'transfer',
        args: [address, missing],
      })
      await client.waitForTransactionReceipt({ hash: given })
    })
  }
  return {
    ether: (await client.getBalance({ address })).toString(),
    dollars: (await balanceOf()).toString(),
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One gift after another: the node gives two transactions of one account that arrive together the same number. */
function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const mine = last.then(step, step)
  last = mine.catch(() => undefined)
  return mine
}
