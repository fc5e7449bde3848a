import { z } from 'zod'

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'not an address')
  .transform((text) => text as `0x${string}`)

/** Where our contracts stand on one chain. One file a chain; the local chain's is written by `scripts/deploy`. */
export const deploymentSchema = z.object({
  chainId: z.number().int().positive(),
  name: z.string(),
  /** first block with a log of ours */
  startBlock: z.number().int().nonnegative(),
  /** blocks behind the head after which a block counts as final */
  finalityDepth: z.number().int().positive(),
  positions: address,
  zone: address,
  dollar: address,
  seaport: address,
  /** pays rewards against published roots */
  rewards: address,
  fee: z.object({ recipient: address, basisPoints: z.number().int().min(0).max(1000) }),
})

export type Deployment = z.infer<typeof deploymentSchema>

/** The chain id of the local node: demo wallets, demo devices and the faucet exist on this chain alone. */
export const LOCAL_CHAIN_ID = 31_337
