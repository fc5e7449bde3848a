import type { Highs } from 'highs'
import { InvalidInputError } from '@/lib/core/errors'
import { ProgramBuilder, type SolveOptions, solveProgram } from './linear-program'

export type FleetDevice = {
  id: string
  /** index of the network it serves today */
  network: number
  /** present value on each network if the operator brings no other device there; −∞ where it cannot serve */
  valueUsd: readonly number[]
  /** cost of switching to another network, lost rewards of the switching time included */
  switchUsd: number
}

export type FleetNetwork = {
  id: string
  /** the most devices of this fleet it takes */
  capacity: number
  /** devices of others there; the fleet's own share the pool with them */
  otherNodes: number
  /** present value of one device's rewards there, which the fleet's own devices dilute */
  rewardsUsd: number
}

export type FleetMove = { device: string; from: string; to: string; gainUsd: number }

export type FleetPlan = {
  /** network of each device */
  networkOf: Int32Array
  valueUsd: number
  /** value where every device stays, dilution by the own fleet counted alike */
  todayUsd: number
  /** what the moves gain together, switching paid */
  gainUsd: number
  /** each move's own part: value there less value here less the switch, before the dilution it causes */
  moves: FleetMove[]
  /** what one more place on each network would bring */
  capacityPrices: Float64Array
}

/**
 * The best spread of a fleet over networks: compatibility, capacity, the cost of switching, and the dilution that the
 * fleet's own devices cause each other. With k devices among m of others each is worth (m + 1)/(m + k) of what it is
 * alone; that loss grows ever faster in k, so that the problem is a network flow with rising prices: its linear
 * program has whole solutions, and is the optimum.
 */
export function assignFleet(
  highs: Highs,
  devices: readonly FleetDevice[],
  networks: readonly FleetNetwork[],
  options: SolveOptions = {},
): FleetPlan {
  check(devices, networks)
  const program = new ProgramBuilder()
  const worth = (device: FleetDevice, j: number) =>
    device.valueUsd[j]! - (j === device.network ? 0 : device.switchUsd)
  const onNetwork: [number, number][][] = networks.map(() => [])
  const chosen: { device: number; network: number; variable: number }[] = []
  devices.forEach((device, i) => {
    const own: [number, number][] = []
    networks.forEach((_, j) => {
      const value = worth(device, j)
      if (value === Number.NEGATIVE_INFINITY) return
      const variable = program.variable(-value, 0, 1)
      own.push([variable, 1])
      onNetwork[j]!.push([variable, 1])
      chosen.push({ device: i, network: j, variable })
    })
    program.row(1, 1, own)
  })
  const rows = networks.map((network, j) => {
    const slots: [number, number][] = []
    const most = Math.min(network.capacity, onNetwork[j]!.length)
    for (let k = 1; k <= most; k++) {
      const price = ownDilution(network, k) - ownDilution(network, k - 1)
      slots.push([program.variable(price, 0, 1), -1])
    }
    return program.row(0, 0, [...onNetwork[j]!, ...slots])
  })
  const { values, objective, rowPrices } = solveProgram(highs, program.build(), options)
  const networkOf = Int32Array.from(devices, ({ network }) => network)
  for (const { device, network, variable } of chosen) if (values[variable]! > 0.5) networkOf[device] = network
  const todayUsd = fleetValue(devices, networks, (device) => device.network)
  const valueUsd = -objective
  return {
    networkOf,
    valueUsd,
    todayUsd,
    gainUsd: valueUsd - todayUsd,
    moves: devices.flatMap((device, i) => {
      const to = networkOf[i]!
      if (to === device.network) return []
      const gainUsd = worth(device, to) - worth(device, device.network)
      return [{ device: device.id, from: networks[device.network]!.id, to: networks[to]!.id, gainUsd }]
    }),
    capacityPrices: Float64Array.from(rows, (row, j) => {
      const count = networkOf.filter((network) => network === j).length
      const next = ownDilution(networks[j]!, count + 1) - ownDilution(networks[j]!, count)
      return count < networks[j]!.capacity ? 0 : Math.max(0, -(rowPrices?.[row] ?? 0) - next)
    }),
  }
}

/** Value of a fleet whose devices stand as given. */
export function fleetValue(
  devices: readonly FleetDevice[],
  networks: readonly FleetNetwork[],
  networkOf: (device: FleetDevice, index: number) => number,
): number {
  const counts = networks.map(() => 0)
  let value = 0
  devices.forEach((device, i) => {
    const j = networkOf(device, i)
    counts[j]! += 1
    value += device.valueUsd[j]! - (j === device.network ? 0 : device.switchUsd)
  })
  return networks.reduce((sum, network, j) => sum - ownDilution(network, counts[j]!), value)
}

/** What k of the fleet's devices lose to each other: k rewards alone less what k share. */
export function ownDilution({ otherNodes, rewardsUsd }: FleetNetwork, k: number): number {
  return k === 0 ? 0 : k * rewardsUsd * (1 - (otherNodes + 1) / (otherNodes + k))
}

function check(devices: readonly FleetDevice[], networks: readonly FleetNetwork[]): void {
  const fits = ({ network, valueUsd, switchUsd }: FleetDevice) =>
    valueUsd.length === networks.length &&
    Number.isFinite(valueUsd[network]) &&
    valueUsd.every((value) => value < 1e15) &&
    switchUsd >= 0
  if (devices.length === 0 || !devices.every(fits))
    throw new InvalidInputError('Every device needs a value for each network, and one where it stands today.')
  const holds = ({ capacity, otherNodes, rewardsUsd }: FleetNetwork) =>
    Number.isInteger(capacity) && capacity >= 0 && otherNodes >= 0 && rewardsUsd >= 0
  if (!networks.every(holds))
    throw new InvalidInputError('A network’s capacity is whole; its figures are not below zero.')
}
