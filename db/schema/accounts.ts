import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { address, moment } from './columns'

/** Sign-In with Ethereum nonces: each is good once, until it expires. */
export const siweNonces = pgTable(
  'siwe_nonces',
  { nonce: text().primaryKey(), expiresAt: moment().notNull() },
  (t) => [index().on(t.expiresAt), check('siwe_nonces_length', sql`length(${t.nonce}) >= 8`)],
)

/** Accounts that signed in here: the address is the identity (did:pkh), nothing else is kept. */
export const accounts = pgTable('accounts', {
  address: address().primaryKey(),
  firstSeenAt: moment().notNull().defaultNow(),
})
