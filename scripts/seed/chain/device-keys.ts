import type { Hex } from 'viem'
import { type DeviceSecret, deviceSecretFromSeed, publicKeyOf } from '@/lib/chain/device'
import { type DeviceKey, deviceId } from '@/lib/chain/ids'
import { seedWords } from './accounts'
import type { PlannedDevice } from './plan-devices'

export type KeyedDevice = { device: PlannedDevice; secret: DeviceSecret; key: DeviceKey; id: Hex }

/** The devices with the keys that are theirs by their names. */
export function withKeys(devices: readonly PlannedDevice[]): KeyedDevice[] {
  return devices.map((device) => {
    const secret = deviceSecretFromSeed(device.keyType, seedWords('device', device.name))
    const key = publicKeyOf(secret)
    return { device, secret, key, id: deviceId(key) }
  })
}
