import type { Address, Hex } from 'viem'
import { z } from 'zod'

/** An address in any case, lower-cased as the database has it. */
export const addressSchema = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'This is not an address.')
  .transform((text) => text.toLowerCase() as Address)

/** A 32-byte value in hex, lower-cased. */
export const hash32Schema = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, 'This is not 32 bytes in hex.')
  .transform((text) => text.toLowerCase() as Hex)

/** Bytes in hex, at most `maxBytes` of them, lower-cased. */
export const hexSchema = (maxBytes: number) =>
  z
    .string()
    .max(2 + 2 * maxBytes, `At most ${maxBytes} bytes.`)
    .regex(/^0x(?:[0-9a-fA-F]{2})*$/, 'These are not bytes in hex.')
    .transform((text) => text.toLowerCase() as Hex)

/** An unsigned integer below 2^bits, as a JSON number or a decimal string. */
export const uintSchema = (bits: number) =>
  z
    .union([z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER), z.string().regex(/^\d{1,78}$/)], {
      error: 'This is not a whole number from zero up.',
    })
    .transform((value) => BigInt(value))
    .refine((value) => value < 1n << BigInt(bits), `This does not fit ${bits} bits.`)
