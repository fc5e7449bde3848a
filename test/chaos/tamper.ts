import type { Random } from './random'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Another hex string of the same length. */
function otherHex(text: string, random: Random): string {
  if (text.length <= 2) return `${text}01`
  const at = random.between(2, text.length - 1)
  const digit = text[at] === '7' ? '1' : '7'
  return text.slice(0, at) + digit + text.slice(at + 1)
}

/** Changes one field of an object: a string of hex a little, a list loses an entry, anything else goes missing. */
function changeField(value: Json, random: Random, fields: readonly string[]): Json {
  const present = fields.filter((field) => field in value)
  if (present.length === 0) return value
  const field = random.pick(present)
  const old = value[field]
  const changed =
    typeof old === 'string'
      ? otherHex(old, random)
      : Array.isArray(old)
        ? old.toSpliced(random.between(0, Math.max(0, old.length - 1)), 1)
        : null
  return { ...value, [field]: changed }
}

const BLOCK = [
  'hash',
  'parentHash',
  'number',
  'timestamp',
  'logsBloom',
  'receiptsRoot',
  'stateRoot',
  'gasUsed',
]
const LOG = ['address', 'topics', 'data', 'logIndex', 'transactionHash', 'blockHash']

/** A false answer in place of a true one, of the same shape: what a broken or malicious node could say. */
export function tamper(result: unknown, random: Random): unknown {
  if (typeof result === 'string') return otherHex(result, random)
  if (isObject(result)) return random.chance(0.1) ? null : changeField(result, random, BLOCK)
  if (!Array.isArray(result)) return []
  if (result.length === 0 || random.chance(0.2)) return []
  const at = random.between(0, result.length - 1)
  const receipt: unknown = result[at]
  if (!isObject(receipt)) return []
  if (random.chance(0.2)) return result.toSpliced(at, 1)
  if (random.chance(0.2)) return [...result, receipt]
  const logs: unknown = receipt.logs
  if (!Array.isArray(logs) || logs.length === 0)
    return result.with(at, changeField(receipt, random, ['status', 'cumulativeGasUsed']))
  const which = random.between(0, logs.length - 1)
  const spoilt = random.chance(0.4)
    ? logs.toSpliced(which, 1)
    : logs.with(which, changeField(logs[which] as Json, random, LOG))
  return result.with(at, { ...receipt, logs: spoilt })
}
