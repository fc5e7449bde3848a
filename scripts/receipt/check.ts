import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { HotswapError, InvalidInputError } from '@/lib/core/errors'
import { checkSignedReceipt } from '@/lib/valuation/engine/signed-receipt'

/*
 * npm run -s receipt:check -- FILE [--valuer ADDRESS]
 * Recomputes a valuation's receipt (JSON of GET /api/v1/valuations/{id}; “-” reads standard input), checks its
 * signature, and names what differs. Ends with 1 where anything does, with 2 where the file cannot be read.
 */
const usage = 'Usage: npm run -s receipt:check -- FILE [--valuer ADDRESS]'

function read(): { given: unknown; valuer: `0x${string}` | undefined } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { valuer: { type: 'string' } },
    })
    const [file] = positionals
    if (positionals.length !== 1 || !file || (values.valuer && !/^0x[0-9a-fA-F]{40}$/.test(values.valuer)))
      throw new InvalidInputError(usage)
    return {
      given: JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8')),
      valuer: values.valuer as `0x${string}` | undefined,
    }
  } catch (cause) {
    if (cause instanceof InvalidInputError) throw cause
    if (cause instanceof SyntaxError) throw new InvalidInputError('The file is not JSON.', { cause })
    throw new InvalidInputError(
      cause instanceof Error && 'syscall' in cause ? 'The file cannot be read.' : usage,
      { cause },
    )
  }
}

const says: Record<string, string> = {
  form: 'it is not a receipt of this model; these fields are not in form:',
  inputsHash: 'inputsHash: the inputs are not those the hash was made of',
  signature: 'signature: this is not what the valuer signed',
  unsigned: 'unsigned: nobody vouches for it',
  valuer: 'valuer: somebody else signed it',
}

try {
  const { given, valuer } = read()
  const wrong = await checkSignedReceipt(given, valuer)
  if (wrong.length === 0) console.log('The receipt is good: recomputed, the same to the cent, and signed.')
  else {
    for (const name of wrong) console.log(says[name] ?? `${name} differs`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof HotswapError ? error.message : error)
  process.exitCode = 2
}
