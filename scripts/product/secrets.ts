import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { StopError } from './stop-error'

const schema = z.object({ sessionSecret: z.string().min(32), databasePassword: z.string().min(16) })

export type Secrets = z.infer<typeof schema>

/** Secrets of this machine's own run: made on the first start, kept in a file only its owner reads. */
export function ensureSecrets(file: string): Secrets {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    const secrets = {
      sessionSecret: randomBytes(32).toString('hex'),
      databasePassword: randomBytes(16).toString('hex'),
    }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return secrets
  }
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new StopError(`${file} is damaged. \`npm run reset\` starts over.`, { cause })
  }
}
