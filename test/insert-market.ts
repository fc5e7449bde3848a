import { type Hex, keccak256, stringToHex } from 'viem'
import type { Database } from '@/db/client'
import {
  blocks,
  ledger,
  metadataDocuments,
  networks,
  orderStates,
  orders,
  positions,
  valuations,
} from '@/db/schema'
import type { OrderStatus } from '@/lib/market/order-status'

const hash = (text: string) => keccak256(stringToHex(text))
export const addressOf = (name: string) => hash(name).slice(0, 42) as Hex

/** Head time of these tests. */
export const NOW = new Date('2024-06-01T12:00:00Z')
export const daysFromNow = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

/** A network and the first block, which all rows of a test hang on. */
export async function insertChain(db: Database): Promise<void> {
  await db.insert(blocks).values({
    number: 1,
    hash: hash('block 1'),
    parentHash: hash('block 0'),
    time: daysFromNow(-9),
    eventful: true,
  })
  await db.insert(networks).values([
    { slug: 'relay', name: 'Relay network', category: 'bandwidth', token: 'RELAY', isPhysical: false },
    { slug: 'dimo', name: 'DIMO', category: 'mobility', token: 'DIMO', isPhysical: true },
  ])
}

export type MarketCase = {
  id: number
  owner?: string
  network?: string
  name?: string
  operator?: string
  model?: string
  cell?: string
  /** cents */
  p50?: bigint
  /** dollars a month after running cost; not known without */
  net?: number
  /** dollar-token base units; no listing without */
  price?: bigint
  status?: OrderStatus
  startTime?: Date
  endTime?: Date
}

/** A registered position with what a test says of it: metadata, valuation, listing. */
export async function insertCase(db: Database, given: MarketCase): Promise<void> {
  const { id, network = 'relay', p50, price } = given
  const owner = addressOf(given.owner ?? `owner ${id}`)
  const own = (what: string) => hash(`${what} ${id}`)
  const document = {
    name: given.name ?? `Device ${id}`,
    hardware: 'Small server',
    demonstration: id % 2 === 0,
    ...(given.operator && { operator: given.operator }),
  }
  await db.insert(metadataDocuments).values({ hash: own('metadata'), document })
  await db.insert(positions).values({
    id,
    deviceId: own('device'),
    keyType: 'p256',
    keyX: own('x'),
    keyY: own('y'),
    owner,
    network,
    model: given.model ?? 'server-1',
    cell: given.cell ?? null,
    metadataHash: own('metadata'),
    ownershipNonce: 0,
    userExpires: 0n,
    flags: 0,
    stateHash: own('state'),
    attester: addressOf('attester'),
    registeredBlock: 1,
    registeredTransaction: own('registration'),
    registeredAt: daysFromNow(-9),
  })
  await db.insert(ledger).values({
    blockNumber: 1,
    logIndex: id,
    transactionHash: own('registration'),
    time: daysFromNow(-9),
    kind: 'registered',
    positionId: id,
    account: owner,
    data: { network },
  })
  if (p50 !== undefined)
    await db.insert(valuations).values({
      positionId: id,
      deviceId: own('device'),
      model: 'test',
      inputs: given.net === undefined ? {} : inputsOfNet(given.net),
      inputsHash: own('inputs'),
      value: p50,
      p5: p50 / 2n,
      p50,
      p95: p50 * 2n,
      parts: [],
    })
  if (price !== undefined) await insertListing(db, { ...given, price }, own('order'))
}

/** As much of a valuation's inputs as say what a month nets: a reward of 100 dollars, and a cost. */
function inputsOfNet(net: number) {
  const figure = (value: number) => ({ value, source: 'assumption', note: '' })
  return {
    tokenPrice: figure(2),
    networkReward: figure(100),
    deviceRatio: figure(0.5),
    uptimeFactor: figure(1),
    runningCost: figure(100 - net),
  }
}

/** One more listing of a position. */
export async function insertListing(
  db: Database,
  { id, owner, price, status = 'open', startTime, endTime }: MarketCase & { price: bigint },
  orderHash = hash(`order ${id} ${price} ${status}`),
): Promise<Hex> {
  await db.insert(orders).values({
    hash: orderHash,
    kind: 'listing',
    offerer: addressOf(owner ?? `owner ${id}`),
    positionId: id,
    price,
    fee: price / 100n,
    startTime: startTime ?? daysFromNow(-1),
    endTime: endTime ?? daysFromNow(30),
    counter: 0n,
    zone: addressOf('zone'),
    zoneHash: hash(`state ${id}`),
    bound: true,
    signature: '0x',
    components: {},
    signedState: {},
    createdAt: daysFromNow(-1),
  })
  await db.insert(orderStates).values({ orderHash, status, checkedBlock: 1 })
  return orderHash
}
