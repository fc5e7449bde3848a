import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { migrate } from './migrate'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.db.$client.query(`
    insert into networks values ('net', 'Net', 'storage', 'NET', false), ('other', 'Other', 'storage', 'OTH', false);
    insert into device_models (slug, network, name) values ('box', 'net', 'Box');
    insert into operators (slug, network) values ('op', 'net')`)
})
afterAll(() => database?.close())

const query = async (text: string, values: unknown[] = []) =>
  (await database.db.$client.query(text, values)).rows
const hash = `0x${'ab'.repeat(32)}`
const address = `0x${'cd'.repeat(20)}`

test('migrating again, many at once, changes nothing', async () => {
  await Promise.all([migrate(database.db), migrate(database.db), migrate(database.db)])
})

describe('heartbeats', () => {
  const insert = (at: string) =>
    query(
      `insert into heartbeats (device_id, at, uptime, work, state, signature) values ($1, $2, 3600, $3, 0, '0x')`,
      [hash, at, '340282366920938463463374607431768211455'],
    )

  test('have no place before their month’s partition is made', async () => {
    await expect(insert('2031-05-01T00:00:00Z')).rejects.toThrow(/no partition/)
  })

  test('lie in the partition of their UTC month, made once however many ask', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, () =>
        query(`select ensure_heartbeat_partition('2025-01-31T23:30:00Z') as made`),
      ),
    )
    expect(made.flat().filter((row) => row.made)).toHaveLength(1)
    await insert('2025-01-31T23:00:00Z')
    expect(await query('select tableoid::regclass::text as name, work from heartbeats')).toEqual([
      { name: 'heartbeats_y2025m01', work: '340282366920938463463374607431768211455' },
    ])
    await expect(insert('2025-02-01T00:00:00Z')).rejects.toThrow(/no partition/)
  })

  test('are read and written while a partition is attached', async () => {
    const writer = await database.db.$client.connect()
    try {
      await writer.query('begin')
      await writer.query(
        `insert into heartbeats (device_id, at, uptime, work, state, signature) values ($1, '2025-01-01T00:00:00Z', 1, 0, 0, '0x')`,
        [hash],
      )
      await query(`select ensure_heartbeat_partition('2025-03-10T00:00:00Z')`)
    } finally {
      await writer.query('rollback')
      writer.release()
    }
    expect(await query(`select to_regclass('heartbeats_y2025m03') is not null as made`)).toEqual([
      { made: true },
    ])
  })

  test.each(['null', `'1999-01-01'`, `'2100-01-01'`])('no partition is made for %s', async (moment) => {
    await expect(query(`select ensure_heartbeat_partition(${moment})`)).rejects.toThrow(
      /no heartbeat partition/,
    )
  })
})

describe('wrong states are refused', () => {
  test.each([
    ['a second chain', `insert into chain_meta values (false, 1, '${hash}', '${address}', 0, 0)`],
    ['a network without a known category', `insert into networks values ('x', 'X', 'magic', 'X', false)`],
    [
      'a network whose slug does not fit on chain',
      `insert into networks values ('${'x'.repeat(32)}', 'X', 'storage', 'X', false)`,
    ],
    [
      'a month that is no first day',
      `insert into network_months values ('net', '2024-01-02', 1, 1, 1, 1, 's')`,
    ],
    ['a price of zero', `insert into network_months values ('net', '2024-01-01', 1, 0, 1, 1, 's')`],
    [
      'a price that is not a number',
      `insert into network_months values ('net', '2024-01-01', 1, 'NaN', 1, 1, 's')`,
    ],
    ['endless rewards', `insert into network_months values ('net', '2024-01-01', 1, 1, 'Infinity', 1, 's')`],
    [
      'a cost below its low end',
      `insert into operator_months (operator, month, nodes, rewards_usd, cost_usd_per_node, cost_usd_per_node_low, source) values ('op', '2024-01-01', 1, 1, 1, 2, 's')`,
    ],
    [
      'a fleet of none',
      `insert into operator_months (operator, month, nodes, rewards_usd, source) values ('op', '2024-01-01', 0, 1, 's')`,
    ],
    [
      'a registration with another network’s model',
      `insert into registrations (owner, network, model, metadata_hash, deadline) values ('${address}', 'other', 'box', '${hash}', now())`,
    ],
    [
      'half a proof',
      `insert into registrations (owner, network, model, metadata_hash, deadline, device_id) values ('${address}', 'net', 'box', '${hash}', now(), '${hash}')`,
    ],
    [
      'a cell of another resolution',
      `insert into registrations (owner, network, model, metadata_hash, deadline, cell) values ('${address}', 'net', 'box', '${hash}', now(), '861f1d48fffffff')`,
    ],
    [
      'more uptime than there is time',
      `insert into heartbeat_days values ('${hash}', '2024-01-01', 2, 7201, 0)`,
    ],
    [
      'a value whose quantiles are not in order',
      `insert into valuations (position_id, device_id, model, inputs, inputs_hash, value, p5, p50, p95, parts) values (1, '${hash}', 'm', '{}', '${hash}', 1, 3, 2, 4, '[]')`,
    ],
  ])('%s', async (_name, statement) => {
    await expect(query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
  })
})

test('metadata is found by parts of its words', async () => {
  await query(`insert into metadata_documents values ($1, $2)`, [
    hash,
    JSON.stringify({ name: 'Relay 7', hardware: 'Box', operator: 'Operator-044' }),
  ])
  const search = `select hash from metadata_documents where metadata_text(document) like '%tor-04%'`
  expect(await query(search)).toEqual([{ hash }])
})
