import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { deploymentSchema } from '@/lib/chain/deployment'
import { HotswapError } from '@/lib/core/errors'

export class ConfigError extends HotswapError {
  override readonly name = 'ConfigError'
}

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  RPC_URL: z.url(),
  /** path of the chain's deployments file */
  DEPLOYMENT_FILE: z.string().min(1),
  /** at least 32 characters; seals the session cookie */
  SESSION_SECRET: z.string().min(32),
  /** key of the attester this server signs registrations with */
  ATTESTER_PRIVATE_KEY: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .transform((text) => text as `0x${string}`),
  /** key of the valuer this server signs valuation receipts with; without it they go unsigned */
  VALUER_PRIVATE_KEY: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .transform((text) => text as `0x${string}`)
    .optional(),
  /** the bundled thread that values positions; without it they are valued on the thread that asks */
  VALUATION_THREAD_FILE: z.string().min(1).optional(),
  /** the bundled thread that plans fleets; without it they are planned on the thread that asks */
  FLEET_THREAD_FILE: z.string().min(1).optional(),
  /** the bundled thread that computes baskets; without it they are computed on the thread that asks */
  BASKET_THREAD_FILE: z.string().min(1).optional(),
  /** most threads of this process that value positions at once */
  VALUATION_THREADS: z.coerce.number().int().min(1).max(64).default(1),
  /** most valuations of this process that may wait for a thread; one more is refused */
  VALUATION_QUEUE: z.coerce.number().int().min(1).default(32),
  /** key that publishes rewards; without it this process publishes none */
  REWARD_PUBLISHER_PRIVATE_KEY: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .transform((text) => text as `0x${string}`)
    .optional(),
  /** length of a reward epoch in seconds; an hour unless told, a minute on the local chain */
  REWARD_EPOCH_SECONDS: z.coerce.number().int().min(1).max(86_400).optional(),
  /** origin people reach us at; the SIWE domain is taken from it */
  PUBLIC_URL: z.url(),
  /** tokens that a client of the public API has at once; a read takes one, a file and most of what is sent five */
  API_BURST: z.coerce.number().int().min(20).default(1_200),
  /** tokens that come back to it each second */
  API_PER_SECOND: z.coerce.number().positive().default(40),
  /** proxies of our own before this server; clients are told apart by what the outermost of them saw */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** accounts that pay everybody, exchanges above all, by commas: money from them links nobody */
  PUBLIC_SOURCES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((address) => address.trim().toLowerCase() || []))
    .pipe(z.array(z.string().regex(/^0x[0-9a-f]{40}$/))),
  /** project id of WalletConnect; without it, it is not offered */
  WALLETCONNECT_PROJECT_ID: z.string().min(1).optional(),
})

function load() {
  const parsed = environment.safeParse(process.env)
  if (!parsed.success)
    throw new ConfigError(
      `The environment lacks ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}; \`npm start\` sets it up.`,
      { cause: parsed.error },
    )
  const deployment = deploymentSchema.parse(JSON.parse(readFileSync(parsed.data.DEPLOYMENT_FILE, 'utf8')))
  return { ...parsed.data, deployment }
}

let loaded: ReturnType<typeof load> | undefined

/** The server's configuration, read once, on first use (never at build time). */
export function config() {
  loaded ??= load()
  return loaded
}
