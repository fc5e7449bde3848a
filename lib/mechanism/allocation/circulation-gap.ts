import { InvalidInputError } from '@/lib/core/errors'

/** Devices that stand on one network and are alike. */
export type DeviceGroup = {
  id: string
  /** index of the network they serve */
  network: number
  devices: number
  /** share of them that can serve each network; their own is 1 */
  canServe: readonly number[]
  /**
   * what one of them counts on each network against a device that stands there: it earns so much of that device's
   * reward, and dilutes so much; 1 on its own, and everywhere unless told
   */
  weight?: readonly number[]
  /** dollars to move one, lost rewards included, spread over the months the move is to pay off in */
  switchUsdPerMonth: number
}

export type MovingNetwork = {
  id: string
  /** dollars a month that all its devices share today, and how many they are: others than the groups' included */
  poolUsd: number
  nodes: number
  /** power by which the pool grows with the network: below 1, so that joining dilutes */
  poolElasticity: number
}

export type CirculationGap = {
  /** dollars a month that all groups gain at rest, switching paid, dilution at the destination included */
  gainUsd: number
  /**
   * the part of it that goes to those who move, negative where newcomers drive them out; the rest, often a loss, is that
   * of those who stay
   */
  moversUsd: number
  /** the same if nothing were diluted: what each device sees before any moves */
  undilutedUsd: number
  /** devices that move */
  moved: number
  /** devices of each group (row) on each network (column) at rest */
  spread: number[][]
  /** what each group's devices gain together, wherever they went; they add up to `gainUsd` */
  groupGainsUsd: number[]
  /** dollars a month that a device which counts as one earns on each network at rest */
  rewardsUsd: number[]
  /** most that any device could still gain by moving: below the tolerance */
  regretUsd: number
}

/**
 * What the whole market would gain if devices could move freely. Devices move until none gains more than the move
 * costs, each newcomer diluting all; the gain is what all groups earn net at that rest less what they earn today.
 * The rest is found by letting one group at a time even out two networks. Since a device dilutes by as much as it counts in
 * what it earns, each step raises
 *
 *     Σ over networks of ∫ reward per node, from none to all that is counted there, − Σ costs of moving,
 *
 * whose slope in a group's devices on a network is what one of them earns there. It is concave, whatever the weights: the
 * rest is its maximum, and rewards and gain at rest are one, whatever the order of the steps (Rosenthal 1973; Beckmann,
 * McGuire and Winsten 1956). Where every pool is fixed, moving creates nothing: what movers gain others lose, and the
 * switching besides; a pool that grows with its network is what makes circulation pay for all.
 *
 * @throws InvalidInputError when a figure is out of range
 */
export function circulationGap(
  groups: readonly DeviceGroup[],
  networks: readonly MovingNetwork[],
  tolerance = 1e-6,
): CirculationGap {
  check(groups, networks)
  const nodes = networks.map((network) => network.nodes)
  const weight = (g: number, j: number) => groups[g]!.weight?.[j] ?? 1
  const reward = (j: number, n = nodes[j]!) => {
    const { poolUsd, nodes: today, poolElasticity } = networks[j]!
    return n > 0 ? (poolUsd * (n / today) ** poolElasticity) / n : Number.POSITIVE_INFINITY
  }
  const cost = (group: DeviceGroup, j: number) => (j === group.network ? 0 : group.switchUsdPerMonth)
  const spread = groups.map(({ devices, network }) => networks.map((_, j) => (j === network ? devices : 0)))
  const most = groups.map((group) =>
    networks.map((_, j) => (j === group.network ? group.devices : group.devices * group.canServe[j]!)),
  )
  const movable = groups.map(
    ({ devices, canServe, network }) => devices * Math.max(0, ...canServe.filter((_, j) => j !== network)),
  )
  const today = networks.map((_, j) => reward(j))

  const regretOf = (g: number, from: number, to: number) =>
    weight(g, to) * reward(to) -
    cost(groups[g]!, to) -
    (weight(g, from) * reward(from) - cost(groups[g]!, from))
  const roomFor = (g: number, from: number, to: number) => {
    const { network, devices } = groups[g]!
    const away = devices - spread[g]![network]!
    const leaving = from === network ? movable[g]! - away : Number.POSITIVE_INFINITY
    return Math.min(spread[g]![from]!, most[g]![to]! - spread[g]![to]!, leaving)
  }
  let regretUsd = 0
  for (let round = 0; round < 2_000; round++) {
    regretUsd = 0
    for (let g = 0; g < groups.length; g++)
      for (let from = 0; from < networks.length; from++)
        for (let to = 0; to < networks.length; to++) {
          if (from === to || spread[g]![from]! <= 0) continue
          const room = roomFor(g, from, to)
          const regret = regretOf(g, from, to)
          if (!(room > 1e-9) || !(regret > tolerance)) continue
          regretUsd = Math.max(regretUsd, regret)
          const [wTo, wFrom] = [weight(g, to), weight(g, from)]
          const count = evenOut(
            room,
            (x) => wTo * reward(to, nodes[to]! + wTo * x) - wFrom * reward(from, nodes[from]! - wFrom * x),
            cost(groups[g]!, to) - cost(groups[g]!, from),
          )
          spread[g]![from]! -= count
          spread[g]![to]! += count
          nodes[from]! -= wFrom * count
          nodes[to]! += wTo * count
        }
    if (regretUsd <= tolerance) break
  }

  let [moversUsd, undilutedUsd, moved] = [0, 0, 0]
  const groupGainsUsd = groups.map((group, g) => {
    let gainUsd = 0
    networks.forEach((_, j) => {
      const count = spread[g]![j]!
      if (count <= 0) return
      const gain = count * (weight(g, j) * reward(j) - cost(group, j) - today[group.network]!)
      gainUsd += gain
      if (j === group.network) return
      moversUsd += gain
      moved += count
    })
    const best = Math.max(
      0,
      ...networks.map((_, j) =>
        group.canServe[j]! > 0 ? weight(g, j) * today[j]! - cost(group, j) - today[group.network]! : 0,
      ),
    )
    undilutedUsd += movable[g]! * best
    return gainUsd
  })
  const gainUsd = groupGainsUsd.reduce((sum, gain) => sum + gain, 0)
  const rewardsUsd = networks.map((_, j) => reward(j))
  return { gainUsd, moversUsd, undilutedUsd, moved, spread, groupGainsUsd, rewardsUsd, regretUsd }
}

/** The number up to `room` at which the gain of moving one more has fallen to what it costs. */
function evenOut(room: number, gain: (moved: number) => number, cost: number): number {
  if (gain(room) >= cost) return room
  let [low, high] = [0, room]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (gain(middle) > cost) low = middle
    else high = middle
  }
  return low
}

function check(groups: readonly DeviceGroup[], networks: readonly MovingNetwork[]): void {
  const isNetwork = ({ poolUsd, nodes, poolElasticity }: MovingNetwork) =>
    poolUsd >= 0 && poolUsd < 1e15 && nodes > 0 && nodes < 1e15 && poolElasticity >= 0 && poolElasticity < 1
  const isGroup = ({ network, devices, canServe, weight, switchUsdPerMonth }: DeviceGroup) =>
    network in networks &&
    devices >= 0 &&
    canServe.length === networks.length &&
    canServe.every((share) => share >= 0 && share <= 1) &&
    (!weight ||
      (weight.length === networks.length &&
        weight[network] === 1 &&
        weight.every((one) => one > 0 && one < 1e6))) &&
    switchUsdPerMonth >= 0
  if (!networks.every(isNetwork) || !groups.every(isGroup))
    throw new InvalidInputError(
      'Shares lie between 0 and 1, elasticities from 0 to below 1, a device counts as one where it stands, and other figures are above zero.',
    )
  const standing = networks.map((_, j) =>
    groups.reduce((sum, one) => (one.network === j ? sum + one.devices : sum), 0),
  )
  if (networks.some(({ nodes }, j) => standing[j]! > nodes * (1 + 1e-9)))
    throw new InvalidInputError('A network has at least as many nodes as the groups that stand on it.')
}
