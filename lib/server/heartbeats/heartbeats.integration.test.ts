import { asc } from 'drizzle-orm'
import type { Hex } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { heartbeatConflicts, heartbeatDays, heartbeats } from '@/db/schema'
import {
  type DeviceSecret,
  deviceSecretFromSeed,
  heartbeatDigest,
  publicKeyOf,
  signDigest,
} from '@/lib/chain/device'
import { deviceId, keyTypes } from '@/lib/chain/ids'
import { HotswapError } from '@/lib/core/errors'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { insertPosition } from '@/test/insert-position'
import { answerHeartbeats } from './answer-heartbeats'
import { MAX_AGE_MS, MAX_AHEAD_MS } from './epoch'
import { heartbeatsInput } from './input'
import { recordHeartbeats } from './record-heartbeats'
import { openDays, rollUpDay } from './roll-up-day'
import { MAX_EVIDENCE } from './store-reports'

const place = { chainId: 31_337, positions: `0x${'12'.repeat(20)}` as Hex }
const deployment = {
  ...place,
  name: 'test',
  startBlock: 0,
  finalityDepth: 1,
  zone: place.positions,
  dollar: place.positions,
  seaport: place.positions,
  rewards: place.positions,
  fee: { recipient: place.positions, basisPoints: 0 },
}
// two minutes to the hour, on the first of a month: reports may fall into two months, and into an hour to come
const now = new Date('2026-03-01T10:58:00Z')
const hour = BigInt(Math.floor(now.getTime() / 3_600_000))

let database: TestDatabase
const secrets: Record<'p256' | 'secp256k1' | 'stranger', DeviceSecret> = {
  p256: deviceSecretFromSeed('p256', 'heartbeats:1'),
  secp256k1: deviceSecretFromSeed('secp256k1', 'heartbeats:2'),
  stranger: deviceSecretFromSeed('p256', 'heartbeats:3'),
}
beforeAll(async () => {
  database = await createTestDatabase()
  await insertPosition(database.db, 1, publicKeyOf(secrets.p256))
  await insertPosition(database.db, 2, publicKeyOf(secrets.secp256k1))
})
afterAll(() => database.close())
beforeEach(async () => {
  for (const table of [heartbeats, heartbeatConflicts, heartbeatDays]) await database.db.delete(table)
})

type Fields = { epoch?: bigint; uptime?: number; work?: bigint; state?: number }

function report(secret: DeviceSecret, fields: Fields = {}, sign: DeviceSecret = secret) {
  const id = deviceId(publicKeyOf(secret))
  const message = { deviceId: id, epoch: hour - 1n, uptime: 3600, work: 5n, state: 0, ...fields }
  const signature = signDigest(sign, heartbeatDigest(place, message))
  return { ...message, epoch: Number(message.epoch), work: message.work.toString(), signature }
}

const record = (bodies: unknown[], at = now) =>
  recordHeartbeats({ db: database.db, deployment, now: () => at }, bodies)
const names = async (bodies: unknown[], at?: Date) =>
  (await record(bodies, at)).map((outcome) => (outcome instanceof HotswapError ? outcome.name : 'taken'))

describe.each(keyTypes)('a %s device', (keyType) => {
  const secret = secrets[keyType]

  test('reports an hour once: the same again is a replay, and is not kept', async () => {
    expect(await names([report(secret)])).toEqual(['taken'])
    expect(await names([report(secret)])).toEqual(['ReplayError'])
    expect(await database.db.select().from(heartbeats)).toMatchObject([
      {
        deviceId: deviceId(publicKeyOf(secret)),
        at: new Date('2026-03-01T09:00:00Z'),
        uptime: 3600,
        work: 5n,
      },
    ])
    expect(await database.db.$count(heartbeatConflicts)).toBe(0)
  })

  test('that says otherwise for the same hour leaves evidence, once', async () => {
    expect(await names([report(secret), report(secret, { uptime: 1 })])).toEqual([
      'taken',
      'ContradictionError',
    ])
    expect(await names([report(secret, { uptime: 1 })])).toEqual(['ContradictionError'])
    const evidence = await database.db.select().from(heartbeatConflicts)
    expect(evidence).toHaveLength(1)
    const { report: kept } = evidence[0] ?? {}
    expect(kept).toEqual({ ...report(secret, { uptime: 1 }), epoch: (hour - 1n).toString() })
    expect(await database.db.select().from(heartbeats)).toMatchObject([{ uptime: 3600 }])
  })

  test('cannot fill the disk with contradictions', async () => {
    await record([report(secret)])
    await record(Array.from({ length: 40 }, (_, i) => report(secret, { uptime: i })))
    expect(await database.db.$count(heartbeatConflicts)).toBe(MAX_EVIDENCE)
  })
})

describe('a report', () => {
  test('of an hour that has not begun waits for it, but for two minutes of clock skew', async () => {
    const next = report(secrets.p256, { epoch: hour + 1n })
    const begins = Number(hour + 1n) * 3_600_000
    expect(await names([next], new Date(begins - MAX_AHEAD_MS - 1))).toEqual(['ClockSkewError'])
    expect(await names([next], new Date(begins - MAX_AHEAD_MS))).toEqual(['taken'])
  })

  test('of an hour that ended more than two days ago is refused', async () => {
    const old = report(secrets.p256, { epoch: hour - 60n })
    const ended = Number(hour - 59n) * 3_600_000
    expect(await names([old], new Date(ended + MAX_AGE_MS + 1))).toEqual(['ClockSkewError'])
    expect(await names([old], new Date(ended + MAX_AGE_MS))).toEqual(['taken'])
  })

  test('of a device without a position, or signed by another key, is refused', async () => {
    expect(
      await names([
        report(secrets.stranger),
        report(secrets.p256, {}, secrets.stranger),
        report(secrets.p256, {}, secrets.secp256k1),
      ]),
    ).toEqual(['UnknownDeviceError', 'WrongSignatureError', 'WrongSignatureError'])
  })

  test('signed for another chain, another contract, or with changed figures is refused', async () => {
    const message = {
      deviceId: deviceId(publicKeyOf(secrets.p256)),
      epoch: hour,
      uptime: 1,
      work: 1n,
      state: 0,
    }
    const signedFor = (other: Partial<typeof place>) => ({
      ...message,
      epoch: Number(hour),
      work: 1,
      signature: signDigest(secrets.p256, heartbeatDigest({ ...place, ...other }, message)),
    })
    expect(
      await names([
        signedFor({ chainId: 1 }),
        signedFor({ positions: `0x${'34'.repeat(20)}` }),
        { ...report(secrets.p256), uptime: 3599 },
        { ...report(secrets.p256), work: '6' },
        { ...report(secrets.p256), state: 1 },
      ]),
    ).toEqual(Array(5).fill('WrongSignatureError'))
  })

  test('that is malformed says which field, and harms no other of its request', async () => {
    const good = report(secrets.p256)
    const bad = [
      { ...good, uptime: 3601 },
      { ...good, state: 3 },
      { ...good, work: (2n ** 128n).toString() },
      { ...good, epoch: -1 },
      { ...good, deviceId: '0x12' },
      { ...good, extra: 1 },
      null,
      'text',
    ]
    const outcomes = await record([...bad, good])
    expect(outcomes.map((outcome) => (outcome instanceof HotswapError ? outcome.name : 'taken'))).toEqual([
      ...Array(8).fill('InvalidInputError'),
      'taken',
    ])
    expect(
      outcomes
        .slice(0, 5)
        .map((outcome) => outcome instanceof HotswapError && Object.keys(outcome.fields ?? {})),
    ).toEqual([['uptime'], ['state'], ['work'], ['epoch'], ['deviceId']])
  })

  test('with the largest work the type holds is kept to the last digit', async () => {
    const work = 2n ** 128n - 1n
    expect(await names([report(secrets.p256, { work })])).toEqual(['taken'])
    expect(await database.db.select().from(heartbeats)).toMatchObject([{ work }])
  })

  test('brought by many requests at once is taken once', async () => {
    const batch = Array.from({ length: 20 }, (_, i) => report(secrets.p256, { epoch: hour - BigInt(i) }))
    const requests = Array.from({ length: 8 }, (_, i) => names(i % 2 ? batch : [...batch].reverse()))
    const outcomes = (await Promise.all(requests)).flat()
    expect(outcomes.filter((name) => name === 'taken')).toHaveLength(20)
    expect(outcomes.filter((name) => name === 'ReplayError')).toHaveLength(140)
    expect(await database.db.$count(heartbeats)).toBe(20)
  })

  test('lands in the partition of its month', async () => {
    const hours = [hour, hour - 11n, hour - 40n]
    await record(hours.map((epoch) => report(secrets.p256, { epoch })))
    const { rows } = await database.db.$client.query(
      'select tableoid::regclass::text as partition from heartbeats order by at',
    )
    expect(rows.map(({ partition }) => partition)).toEqual([
      'heartbeats_y2026m02',
      'heartbeats_y2026m02',
      'heartbeats_y2026m03',
    ])
  })
})

describe('the answer to a request', () => {
  const answer = (body: unknown) =>
    answerHeartbeats({ db: database.db, deployment, now: () => now }, { body: heartbeatsInput.parse(body) })

  test('of one report is its outcome', async () => {
    expect(await answer(report(secrets.p256))).toEqual({
      deviceId: deviceId(publicKeyOf(secrets.p256)),
      epoch: (hour - 1n).toString(),
    })
    await expect(answer(report(secrets.p256))).rejects.toMatchObject({ name: 'ReplayError' })
  })

  test('of many is a result for each', async () => {
    const good = report(secrets.p256)
    expect(await answer({ heartbeats: [good, good] })).toMatchObject({
      accepted: 1,
      results: [{ ok: true }, { ok: false, error: { name: 'ReplayError' } }],
    })
  })
})

describe('a day', () => {
  test('is summed by device, again without change, and with what came late', async () => {
    const day = '2026-03-01'
    const midnight = BigInt(Date.parse(`${day}T00:00:00Z`) / 3_600_000)
    const reports = [0n, 1n, -1n].map((offset) =>
      report(secrets.p256, { epoch: midnight + offset, uptime: 100 }),
    )
    await record([...reports, report(secrets.secp256k1, { epoch: midnight })])
    const summed = async () => {
      await rollUpDay(database.db, day)
      return database.db.select().from(heartbeatDays).orderBy(asc(heartbeatDays.uptimeSeconds))
    }
    const first = await summed()
    expect(first).toMatchObject([
      { day, reports: 2, uptimeSeconds: 200, work: 10n },
      { day, reports: 1, uptimeSeconds: 3600, work: 5n },
    ])
    expect(await summed()).toEqual(first)
    await record([report(secrets.p256, { epoch: midnight + 5n, uptime: 50 })])
    expect((await summed())[0]).toMatchObject({ reports: 3, uptimeSeconds: 250, work: 15n })
  })

  test('is open as long as reports for it can still come', async () => {
    expect(openDays(now)).toEqual(['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01'])
    await record([report(secrets.p256, { epoch: hour - 48n }), report(secrets.p256)])
    for (const day of openDays(now)) await rollUpDay(database.db, day)
    expect(await database.db.$count(heartbeatDays)).toBe(2)
  })
})
