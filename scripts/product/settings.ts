import { z } from 'zod'
import { StopError } from './stop-error'

const port = z.union([z.literal('any'), z.coerce.number().int().min(1).max(65_535)])

const schema = z.object({
  /** where a PostgreSQL stands already; without it one is embedded */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** where a node stands already; without it one is embedded */
  RPC_URL: z.url().optional(),
  DEPLOYMENT_FILE: z.string().min(1).optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  ATTESTER_PRIVATE_KEY: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .optional(),
  /** key of the valuer that signs valuation receipts; on a public chain without it they go unsigned */
  VALUER_PRIVATE_KEY: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .optional(),
  REWARD_PUBLISHER_PRIVATE_KEY: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .optional(),
  REWARD_EPOCH_SECONDS: z.coerce.number().int().min(1).max(86_400).optional(),
  PUBLIC_URL: z.url().optional(),
  /** project id of WalletConnect; without it, it is not offered */
  WALLETCONNECT_PROJECT_ID: z.string().min(1).optional(),
  /** the public API's bucket of a client and how it fills, and the proxies before us: see lib/server/config.ts */
  API_BURST: z.coerce.number().int().min(20).optional(),
  API_PER_SECOND: z.coerce.number().positive().optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).optional(),
  /** accounts that pay everybody: see lib/server/config.ts */
  PUBLIC_SOURCES: z.string().optional(),
  /** address the web server listens on; 127.0.0.1 unless told */
  HOST: z.string().min(1).optional(),
  /** ports; `any` lets the system choose. A port asked for is used or named, a default is stepped around */
  PORT: port.optional(),
  DATABASE_PORT: port.optional(),
  RPC_PORT: port.optional(),
})

export type Settings = z.infer<typeof schema>

/** What the environment asks of a run. @throws StopError that names each setting that is wrong */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new StopError(`The environment holds settings that cannot be used:\n${wrong.join('\n')}`)
}
