import { z } from 'zod'
import { entryKinds } from '@/lib/market/ledger-query'
import { tokenAmount } from './money'
import { logSource } from './source'
import { address, hash, moment, positionId } from './values'

const leftOut = z
  .array(
    z.strictObject({
      test: z.enum(['self-fill', 'round-trip', 'funding-link']),
      reason: z.string(),
    }),
  )
  .describe(
    'wash tests it fails: it is on the record, and left out of reference prices; empty for a clean sale',
  )

export const sale = z
  .strictObject({
    position: positionId,
    network: z.string().describe('network the device worked for when it was sold'),
    seller: address,
    buyer: address,
    price: tokenAmount.describe('what the buyer paid, fees included'),
    fee: tokenAmount.describe('what went to others than the seller'),
    order: hash,
    time: moment,
    leftOut,
    source: logSource,
  })
  .meta({ id: 'Sale', description: 'A position bought through Seaport for the dollar token.' })

export const ledgerEntry = z
  .strictObject({
    kind: z.enum(entryKinds),
    time: moment,
    position: z
      .strictObject({
        id: positionId,
        name: z.string().nullable(),
        network: z.string().nullable().describe('network it works for now'),
      })
      .nullable(),
    account: address.nullable().describe('whom it happened to, or who did it'),
    counterparty: address.nullable().describe('the other side: new owner, buyer, user, operator'),
    order: hash.nullable(),
    price: tokenAmount.nullable(),
    data: z.record(z.string(), z.unknown()).describe('further facts of the event'),
    leftOut,
    source: logSource.nullable().describe('null for orders, which are signed off chain'),
  })
  .meta({ id: 'LedgerEntry', description: 'One line of the public record.' })
