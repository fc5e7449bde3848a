import type { Evidence } from '@/lib/server/valuations/assemble-evidence'
import type { EngineInputs } from '@/lib/valuation/engine/inputs'
import { estimateEngineInputs } from '@/lib/valuation/estimate/estimate-engine-inputs'

/** Plain devices by model, without a history of their own: the ones that tables of the Method page are about. */
export const NAMED_POSITIONS = [
  ['io-net-gpu-worker', 'io-net'],
  ['render-node', 'render'],
  ['akash-gpu-server', 'akash'],
  ['livepeer-transcoder', 'livepeer'],
  ['filecoin-provider', 'filecoin'],
  ['sia-host', 'sia'],
  ['arweave-miner-16tb', 'arweave'],
  ['nym-mixnode', 'nym'],
  ['hopr-node-pc', 'hopr'],
  ['relay-server', 'relay'],
  ['anyone-relay-board', 'anyone'],
  ['helium-hotspot-outdoor', 'helium-iot'],
  ['helium-mobile-indoor', 'helium-mobile'],
  ['hivemapper-dashcam', 'hivemapper'],
] as const

/** @param priorMonths months of history that the pool of all networks weighs in the spread of rewards */
export function namedInputs(
  evidence: Evidence,
  [model, network]: readonly [string, string],
  priorMonths?: number,
): EngineInputs {
  const known = evidence.network(network)
  if (!known) throw new RangeError(`${network} is not in the seed.`)
  const device = { operator: null, uptime: null }
  const others = evidence.others(network)
  return estimateEngineInputs(known, device, evidence.book(model, network), others, undefined, priorMonths)
}
