import { encodeAbiParameters, type Hex, keccak256 } from 'viem'
import { InvalidInputError } from '@/lib/core/errors'

/** WGS 84 degrees. */
export type Place = { latitude: number; longitude: number }

/**
 * A commitment to an exact place: `keccak256(abi.encode(int256 latitude, int256 longitude, bytes32 salt))` with degrees
 * in millionths (about 11 cm), rounded half up. Whoever is shown place and salt can check it; without the salt, which
 * stays with the operator, it says nothing.
 *
 * @param salt 32 bytes from a cryptographic random source
 * @throws InvalidInputError when the place is not on Earth
 */
export function placeCommitment({ latitude, longitude }: Place, salt: Hex): Hex {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw new InvalidInputError(`${latitude}, ${longitude} is not a place.`)
  const millionths = (degrees: number) => BigInt(Math.round(degrees * 1e6))
  return keccak256(
    encodeAbiParameters(
      [{ type: 'int256' }, { type: 'int256' }, { type: 'bytes32' }],
      [millionths(latitude), millionths(longitude), salt],
    ),
  )
}
