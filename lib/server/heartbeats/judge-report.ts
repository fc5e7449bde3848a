import type { Deployment } from '@/lib/chain/deployment'
import { heartbeatDigest } from '@/lib/chain/device'
import { verifyDigestNative } from '@/lib/chain/device/verify-digest-native'
import type { DeviceKey } from '@/lib/chain/ids'
import type { HotswapError } from '@/lib/core/errors'
import { judgeEpoch, startOf } from './epoch'
import { ClockSkewError, UnknownDeviceError, WrongSignatureError } from './errors'
import type { Report } from './input'

/** Where and when a report is judged. */
export type Bench = { place: Pick<Deployment, 'chainId' | 'positions'>; now: Date }

/**
 * What is wrong with a report by itself, cheapest check first; undefined when nothing is. Whether it repeats or
 * contradicts another is for the database to say.
 *
 * @param key of the position whose device the report names; undefined when there is none
 */
export function judgeReport(
  report: Report,
  key: DeviceKey | undefined,
  bench: Bench,
): HotswapError | undefined {
  const at = startOf(report.epoch)
  const timing = judgeEpoch(at, bench.now)
  if (timing !== 'current')
    return new ClockSkewError(
      timing === 'future'
        ? 'The reported hour has not begun; check the device’s clock.'
        : 'The reported hour ended more than two days ago.',
      { details: { reason: timing, epochStart: at.toISOString(), serverTime: bench.now.toISOString() } },
    )
  if (!key)
    return new UnknownDeviceError('This device has no position here; register it first.', {
      details: { reason: 'unknown_device', deviceId: report.deviceId },
    })
  if (!verifyDigestNative(key, heartbeatDigest(bench.place, report), report.signature))
    return new WrongSignatureError('The signature is not this device’s over this report.', {
      details: { reason: 'wrong_signature' },
    })
  return undefined
}
