import type { Highs } from 'highs'
import { InvalidInputError } from '@/lib/core/errors'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { drawJointScenarios } from '@/lib/valuation/engine/joint-scenarios'
import { drawMarket } from '@/lib/valuation/engine/market-draws'
import { assignFleet, type FleetNetwork, type FleetPlan } from '../fleet-assignment'
import { type DeviceOutlook, deviceOutlook, type MoveOutlook } from './device-outlook'
import type { FleetAnswer, FleetGroup, FleetTask, PlannedMove, StayingGroup } from './fleet-task'

const SEED = 20_240_601
/** Far from the market's streams, which are named by the seeds that follow its own. */
const OWN_SEED = SEED + 2 ** 32
/** Paths of a fleet's scenarios: fewer where many devices differ, whose chances even out. */
const PATHS = { few: 1_024, many: 256, from: 100 }
const FACTORS = [0, 0.5, 1, 2, 4, 8]

type Valued = FleetGroup & { outlook: DeviceOutlook; canMove: Uint8Array }

/** A network, and what its one device of the fleet would have over today's figures if it stood there without the others. */
type Place = FleetNetwork & { aloneUsd: number }

/**
 * The best spread of a fleet over networks and what each move brings, on the valuation's scenarios drawn for all devices
 * at once: staying and moving are told apart path by path, and so do the gains of all devices add up.
 *
 * @throws InvalidInputError for an empty fleet, a network without nodes, or a factor below zero
 */
export function planFleet(highs: Highs, task: FleetTask): FleetAnswer {
  check(task)
  const paths = task.groups.length < PATHS.from ? PATHS.few : PATHS.many
  const groups = valueGroups(task, paths)
  const places = new Map(task.networks.map((network, index) => [network.slug, index]))
  const at = (slug: string) => {
    const index = places.get(slug)
    if (index === undefined) throw new InvalidInputError(`The plan lacks the network “${slug}”.`)
    return index
  }
  const networks = task.networks.map((network) => placeOf(network, groups, task.capacityShare))
  const solve = (factor: number) => {
    const found = assign(highs, groups, networks, at, factor)
    // where all stay, the two sums differ by rounding alone
    return found.moves.length === 0 ? { ...found, gainUsd: 0 } : found
  }
  const plan = solve(task.costFactor)
  const chosen = chosenMoves(groups, plan, at)
  const total = new Float64Array(paths)
  for (const { group, move } of chosen) {
    const costUsd = group.inputs.moveCost.value * task.costFactor
    for (let path = 0; path < paths; path++)
      total[path]! += move.gains[path]! - (group.canMove[path] === 1 ? costUsd : 0)
  }
  const moves = chosen.map(({ group, move, positionId }) => plannedMove(task, group, move, positionId))
  const apart = moves.reduce((sum, { gainUsd }) => sum + gainUsd, 0)
  const ownDilutionUsd = plan.gainUsd - apart
  const ascending = sorted(total)
  return {
    devices: count(task.groups, () => true),
    todayUsd: groups.reduce((sum, { outlook, devices }) => sum + outlook.stayUsd * devices.length, 0),
    gainUsd: plan.gainUsd,
    p5Usd: quantile(ascending, 0.05) + ownDilutionUsd,
    p95Usd: quantile(ascending, 0.95) + ownDilutionUsd,
    ownDilutionUsd,
    moves: moves.sort((a, b) => b.gainUsd - a.gainUsd || a.positionId - b.positionId),
    stays: stayingGroups(task, groups, plan, networks),
    full: networks.flatMap((network, j) =>
      plan.capacityPrices[j]! > 0.005
        ? [{ network: network.id, capacity: network.capacity, worthUsd: plan.capacityPrices[j]! }]
        : [],
    ),
    sensitivity: [...new Set([...FACTORS, task.costFactor])]
      .sort((a, b) => a - b)
      .map((factor) => {
        const other = factor === task.costFactor ? plan : solve(factor)
        return { factor, gainUsd: other.gainUsd, moves: other.moves.length }
      }),
    paths,
    horizonMonths: Math.max(...groups.map(({ inputs }) => inputs.horizon.value)),
  }
}

/**
 * All devices on one market's random numbers. One operator's devices on a network are as far from its other nodes alike, whether
 * their inputs are equal or only nearly so: their number does not narrow the interval of all of them.
 */
function valueGroups({ groups, networks, correlations }: FleetTask, paths: number): Valued[] {
  const months = Math.max(...groups.map(({ inputs }) => inputs.horizon.value))
  const market = drawMarket({ networks, correlations }, paths, months, SEED)
  return groups.map((group) => {
    const place = networks.findIndex(({ slug }) => slug === group.network)
    const scenarios = drawJointScenarios(group.inputs, group.network, market, OWN_SEED + place)
    if (!scenarios) throw new InvalidInputError(`The plan lacks a network that “${group.network}” leads to.`)
    return { ...group, outlook: deviceOutlook(group.inputs, scenarios), canMove: scenarios.canMove }
  })
}

/**
 * A network as the fleet finds it. Today's reward is the pool by all its nodes, the fleet's own among them: a device that
 * stood there without the fleet's others would have the pool by one node more than theirs. That is more than today where the
 * fleet stands already, and less by its own part where it would be the first to come.
 */
function placeOf(
  { slug, nodes }: FleetTask['networks'][number],
  groups: readonly Valued[],
  capacityShare: number,
): Place {
  const own = count(groups, ({ network }) => network === slug)
  const otherNodes = Math.max(0, nodes - own)
  const [sum, devices] = groups.reduce(
    ([rewards, all], { network, outlook, devices }) => {
      const found = network === slug ? outlook : outlook.moves.find((move) => move.network === slug)
      return found ? [rewards + found.rewardsUsd * devices.length, all + devices.length] : [rewards, all]
    },
    [0, 0],
  )
  const today = devices === 0 ? 0 : sum / devices
  const rewardsUsd = (today * Math.max(nodes, own)) / (otherNodes + 1)
  return {
    id: slug,
    capacity: Math.max(own, 1, Math.floor(nodes * capacityShare)),
    otherNodes,
    rewardsUsd,
    aloneUsd: rewardsUsd - today,
  }
}

function assign(
  highs: Highs,
  groups: readonly Valued[],
  networks: readonly Place[],
  at: (slug: string) => number,
  factor: number,
): FleetPlan {
  const devices = groups.flatMap((group) => {
    const { outlook, inputs } = group
    const network = at(group.network)
    const chance = inputs.compatibility.value
    const valueUsd = networks.map(() => Number.NEGATIVE_INFINITY)
    valueUsd[network] = outlook.stayUsd + networks[network]!.aloneUsd
    // a device that turns out not to be able to serve the other network goes on as today
    for (const move of outlook.moves) {
      const there = at(move.network)
      valueUsd[there] = outlook.stayUsd + chance * (move.ifItCanUsd + networks[there]!.aloneUsd)
    }
    // the mean weighs cost by the chance that the move is made at all
    const switchUsd = inputs.moveCost.value * factor * chance
    return group.devices.map((id) => ({ id: String(id), network, valueUsd, switchUsd }))
  })
  return assignFleet(highs, devices, networks)
}

function chosenMoves(groups: readonly Valued[], plan: FleetPlan, at: (slug: string) => number) {
  const chosen: { group: Valued; move: MoveOutlook; positionId: number }[] = []
  let index = 0
  for (const group of groups)
    for (const positionId of group.devices) {
      const place = plan.networkOf[index++]!
      const move = group.outlook.moves.find(({ network }) => at(network) === place)
      if (place !== at(group.network) && move) chosen.push({ group, move, positionId })
    }
  return chosen
}

function plannedMove(
  { networks, costFactor }: FleetTask,
  { inputs, network, outlook, canMove }: Valued,
  move: MoveOutlook,
  positionId: number,
): PlannedMove {
  const costUsd = inputs.moveCost.value * costFactor
  const net = move.gains.map((gain, path) => gain - (canMove[path] === 1 ? costUsd : 0))
  const ascending = sorted(net)
  const possible = net.filter((_, path) => canMove[path] === 1)
  const nodesOf = (slug: string) => networks.find((one) => one.slug === slug)?.nodes ?? 1
  const [here, there] = [nodesOf(network), nodesOf(move.network)]
  return {
    positionId,
    from: network,
    to: move.network,
    gainUsd: (move.ifItCanUsd - costUsd) * inputs.compatibility.value,
    p5Usd: quantile(ascending, 0.05),
    p95Usd: quantile(ascending, 0.95),
    chance: possible.filter((gain) => gain > 0).length / Math.max(1, possible.length),
    compatibility: inputs.compatibility.value,
    costUsd,
    monthsLost: inputs.moveMonths.value,
    lostUsd: move.lostUsd,
    fromMonthlyUsd: outlook.monthlyRewardUsd,
    toMonthlyUsd: move.monthlyRewardUsd,
    // a fixed pool: what the newcomer earns is what the others there no longer do
    othersLoseUsd: (move.monthlyRewardUsd * there) / (there + 1),
    othersGainUsd: here > 1 ? outlook.monthlyRewardUsd : 0,
    paybackMonths: payback(move.marginGains, costUsd),
  }
}

function payback(marginGains: Float64Array, costUsd: number): number | null {
  let sum = -costUsd
  for (let t = 0; t < marginGains.length; t++) {
    const before = sum
    sum += marginGains[t]!
    if (sum >= 0) return before >= 0 ? t : t + Math.min(1, -before / Math.max(marginGains[t]!, 1e-9))
  }
  return null
}

function stayingGroups(
  { costFactor }: FleetTask,
  groups: readonly Valued[],
  plan: FleetPlan,
  networks: readonly FleetNetwork[],
): StayingGroup[] {
  const found = new Map<string, StayingGroup>()
  let index = 0
  for (const group of groups) {
    const costUsd = group.inputs.moveCost.value * costFactor
    const chance = group.inputs.compatibility.value
    const [best] = [...group.outlook.moves].sort((a, b) => b.ifItCanUsd - a.ifItCanUsd)
    for (let k = 0; k < group.devices.length; k++) {
      const place = networks[plan.networkOf[index++]!]!.id
      if (place !== group.network) continue
      const gainUsd = best && (best.ifItCanUsd - costUsd) * chance
      const because =
        !best || gainUsd === undefined
          ? 'alone'
          : gainUsd > 0
            ? 'capacity'
            : best.ifItCanUsd > 0
              ? 'cost'
              : 'pay'
      const key = `${group.network} ${because} ${best?.network}`
      const before = found.get(key)
      found.set(key, {
        network: group.network,
        devices: (before?.devices ?? 0) + 1,
        because,
        // of devices that differ, the one that comes nearest
        best:
          best && gainUsd !== undefined && !(before?.best && before.best.gainUsd > gainUsd)
            ? { to: best.network, gainUsd, costUsd }
            : before?.best,
      })
    }
  }
  return [...found.values()].sort((a, b) => b.devices - a.devices || (a.network < b.network ? -1 : 1))
}

function count(groups: readonly FleetGroup[], isCounted: (group: FleetGroup) => boolean): number {
  return groups.reduce((sum, group) => sum + (isCounted(group) ? group.devices.length : 0), 0)
}

function check({ groups, networks, correlations, capacityShare, costFactor }: FleetTask): void {
  if (count(groups, () => true) === 0) throw new InvalidInputError('A fleet has at least one device.')
  if (!networks.every(({ nodes }) => nodes >= 1 && nodes < 1e12))
    throw new InvalidInputError('Every network of a plan has nodes.')
  if (
    correlations.length !== networks.length ||
    !correlations.every((row) => row.length === networks.length && row.every((one) => Math.abs(one) <= 1))
  )
    throw new InvalidInputError('Every two networks of a plan have a correlation from −1 to 1.')
  if (!(capacityShare >= 0 && capacityShare <= 1) || !(costFactor >= 0 && costFactor <= 1_000))
    throw new InvalidInputError('A share lies between 0 and 1, and a factor is not below zero.')
}
