import { parseArgs } from 'node:util'
import { generateDeviceSecret, publicKeyOf } from '@/lib/chain/device'
import { deviceId, keyTypes } from '@/lib/chain/ids'
import { AgentError } from './agent-error'
import { runFleet } from './fleet'
import { DEFAULT_KEY_FILE, loadKey, saveKey } from './key-file'
import { prove } from './prove'
import { run } from './run'
import { sendReports } from './send-reports'
import { epochOf, hourOf, signReport } from './sign-report'

const usage = `A device and its key.

  npm run device -- keygen [--curve p256|secp256k1]     make a key
  npm run device -- show                                its public key and device id
  npm run device -- prove --challenge <id or address>   answer a registration or reassignment challenge
      --owner 0x…                  sign only for this owner (without it, you are asked)
      --network, --model, --cell, --contract, --chain   compared too where given; --yes asks nothing
  npm run device -- heartbeat      report one hour: the last full one, in service throughout, unless told
      --epoch N --uptime 0…3600 --work N --state 0|1|2; --attempts N while the server is away (default 5)
  npm run device -- run            report every hour until stopped; --work N an hour
  npm run device -- fleet keygen --count N     make the keys of many devices, and the CSV of their public keys
      --network, --model, --cell, --name, --demonstration fill its columns; --csv FILE (default fleet.csv)
  npm run device -- fleet prove --batch <id, address or file> --owner 0x…
                                   answer the challenges of all of them; --contract, --chain compared too
  npm run device -- fleet move --moves moves.json --owner 0x…
                                   sign the moves to other networks that the fleet page gives as a file
      --keys FILE  the keys, one a line (default fleet.keys)

  --key FILE   the key (default ${DEFAULT_KEY_FILE}); what was signed is kept beside it in FILE.journal
  --url URL    the server (default: where the device is registered, else http://localhost:3000)
`

const text = { type: 'string' } as const
const options = {
  key: text,
  url: text,
  curve: text,
  challenge: text,
  owner: text,
  network: text,
  model: text,
  cell: text,
  contract: text,
  chain: text,
  epoch: text,
  uptime: text,
  work: text,
  attempts: text,
  state: text,
  batch: text,
  moves: text,
  keys: text,
  csv: text,
  count: text,
  name: text,
  demonstration: { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

type Say = (line: string) => void

/**
 * One command of the agent.
 * @param args as on the command line, without node and script
 * @returns the exit code: 0 when all that was asked is done
 */
export async function runAgent(args: string[], say: Say, complain: Say): Promise<number> {
  try {
    return (await runCommand(args, say)) ? 0 : 1
  } catch (error) {
    if (!(error instanceof AgentError)) throw error
    complain(`${error.message}\n${error.advice}`)
    return 1
  }
}

async function runCommand(args: string[], say: Say): Promise<boolean> {
  const { values, positionals } = parse(args)
  const keyFile = values.key ?? DEFAULT_KEY_FILE
  const [command] = positionals
  if (values.help || command === undefined) {
    say(usage)
    return true
  }

  switch (command) {
    case 'keygen': {
      const curve = keyTypes.find((type) => type === (values.curve ?? 'p256'))
      if (!curve)
        throw new AgentError(`“${values.curve}” is not a curve.`, `Choose ${keyTypes.join(' or ')}.`)
      saveKey(keyFile, generateDeviceSecret(curve))
      say(`The key is in ${keyFile}; only you can read it. Keep it: a device has one key for ever.`)
      return show(keyFile, say)
    }
    case 'show':
      return show(keyFile, say)
    case 'prove': {
      const { challenge, url = 'http://localhost:3000', yes = false } = values
      if (!challenge) throw new AgentError('Which challenge?', 'Give --challenge with the id the page shows.')
      const { owner, network, model, cell, contract, chain } = values
      const expected = { owner, network, model, cell, contract, chain }
      await prove(loadKey(keyFile), { keyFile, challenge, url, yes, say, expected: defined(expected) })
      return true
    }
    case 'heartbeat': {
      const measured = {
        epoch: integer('epoch', values.epoch, epochOf(new Date()) - 1n),
        uptime: Number(integer('uptime', values.uptime, 3600n, 3600n)),
        work: integer('work', values.work, 0n, 2n ** 128n - 1n),
        state: Number(integer('state', values.state, 0n, 2n)),
      }
      const attempts = Number(integer('attempts', values.attempts, 5n, 20n))
      signReport(keyFile, loadKey(keyFile), measured, new Date())
      const sent = await sendReports(keyFile, { url: values.url, attempts, now: () => new Date() })
      if (sent.length === 0) say(`The hour from ${hourOf(measured.epoch)} was reported already.`)
      for (const { epoch, uptime, fate } of sent) say(`${hourOf(BigInt(epoch))}  uptime ${uptime} s  ${fate}`)
      return sent.every(({ fate }) => fate === 'sent')
    }
    case 'run': {
      const stop = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
      const work = integer('work', values.work, 0n, 2n ** 128n - 1n)
      await run(loadKey(keyFile), { keyFile, url: values.url, work, say, signal: stop.signal })
      return true
    }
    case 'fleet':
      return runFleet(positionals[1], values, say)
    default:
      throw new AgentError(`There is no command “${command}”.`, 'See `npm run device -- --help`.')
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (cause) {
    throw new AgentError(
      cause instanceof Error ? cause.message : String(cause),
      'See `npm run device -- --help`.',
      { cause },
    )
  }
}

function show(keyFile: string, say: Say): true {
  const key = publicKeyOf(loadKey(keyFile))
  say(`device id  ${deviceId(key)}\ncurve      ${key.keyType}\nx          ${key.x}\ny          ${key.y}`)
  return true
}

function integer(name: string, given: string | undefined, otherwise: bigint, most = 2n ** 32n - 1n): bigint {
  if (given === undefined) return otherwise
  if (!/^\d{1,40}$/.test(given) || BigInt(given) > most)
    throw new AgentError(`--${name} ${given} is not a whole number from 0 to ${most}.`, 'Nothing was signed.')
  return BigInt(given)
}

function defined<value extends Record<string, string | undefined>>(
  record: value,
): Partial<Record<keyof value, string>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof value, string>
  >
}
