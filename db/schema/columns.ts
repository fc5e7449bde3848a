import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, customType, numeric, timestamp } from 'drizzle-orm/pg-core'

/** 20-byte address as lower-case 0x text; `getAddress` makes it readable at the edge. */
export const address = customType<{ data: `0x${string}`; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => value.toLowerCase(),
  fromDriver: (value) => value as `0x${string}`,
})

/** 32-byte hash as lower-case 0x text. */
export const hash32 = customType<{ data: `0x${string}`; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => value.toLowerCase(),
  fromDriver: (value) => value as `0x${string}`,
})

/** Arbitrary bytes as 0x text. */
export const hex = hash32

/** A uint256, exact, as bigint. */
export const uint256 = (name?: string) =>
  name === undefined
    ? numeric({ precision: 78, scale: 0, mode: 'bigint' })
    : numeric(name, { precision: 78, scale: 0, mode: 'bigint' })

export const moment = (name?: string) =>
  name === undefined ? timestamp({ withTimezone: true }) : timestamp(name, { withTimezone: true })

export const isAddress = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} ~ '^0x[0-9a-f]{40}$'`)
export const isHash = (name: string, column: AnyPgColumn) => check(name, sql`${column} ~ '^0x[0-9a-f]{64}$'`)
