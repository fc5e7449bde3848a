import { type KeyType, keyTypes } from '@/lib/chain/ids'
import { AgentError } from './agent-error'
import type { Expected } from './claim'
import { fleetKeygen } from './fleet-keygen'
import { fleetMove } from './fleet-move'
import { fleetProve } from './fleet-prove'

/** Most keys one file is made of: what the page takes. */
const MOST = 2_000

type Values = Partial<
  Record<
    | 'keys'
    | 'csv'
    | 'count'
    | 'curve'
    | 'network'
    | 'model'
    | 'cell'
    | 'name'
    | 'batch'
    | 'moves'
    | 'url'
    | 'owner'
    | 'contract'
    | 'chain',
    string | undefined
  >
> & { demonstration?: boolean | undefined }

/**
 * Commands for many devices whose keys lie on one machine.
 * @returns whether all that was asked is done
 */
export async function runFleet(
  command: string | undefined,
  values: Values,
  say: (line: string) => void,
): Promise<boolean> {
  const { keys = 'fleet.keys', network, model, cell, owner, contract, chain } = values
  const given = { owner, network, model, cell, contract, chain }
  const expected: Expected = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
  switch (command) {
    case 'keygen':
      fleetKeygen({
        keys,
        csv: values.csv ?? 'fleet.csv',
        count: countOf(values.count),
        curve: curveOf(values.curve),
        network: network ?? '',
        model: model ?? '',
        cell: cell ?? '',
        name: values.name ?? 'Device',
        demonstration: values.demonstration ?? false,
        say,
      })
      return true
    case 'prove': {
      if (!values.batch) throw new AgentError('Which batch?', 'Give --batch with the id the page shows.')
      return fleetProve({
        keys,
        batch: values.batch,
        url: values.url ?? 'http://localhost:3000',
        expected,
        say,
      })
    }
    case 'move':
      if (!values.moves)
        throw new AgentError('Which moves?', 'Give --moves with the file that the fleet page gives.')
      return fleetMove({ keys, moves: values.moves, url: values.url, expected, say })
    default:
      throw new AgentError(
        `There is no command “fleet ${command ?? ''}”.`,
        'It is `fleet keygen`, `fleet prove` or `fleet move`; see `npm run device -- --help`.',
      )
  }
}

function countOf(text: string | undefined): number {
  if (text === undefined || !/^\d{1,4}$/.test(text) || Number(text) < 1 || Number(text) > MOST)
    throw new AgentError(`--count ${text ?? ''} is not a whole number from 1 to ${MOST}.`, 'No key was made.')
  return Number(text)
}

function curveOf(text: string | undefined): KeyType {
  const curve = keyTypes.find((type) => type === (text ?? 'p256'))
  if (!curve) throw new AgentError(`“${text}” is not a curve.`, `Choose ${keyTypes.join(' or ')}.`)
  return curve
}
