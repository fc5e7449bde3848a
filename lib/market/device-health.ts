import { SILENT_AFTER_HOURS } from './watch'

const HOUR = 3_600_000

/** How a device stands: a device that never reported has not begun, one that reported and stopped is silent. */
export type DeviceState = 'reporting' | 'silent' | 'never'

/** Shares of the whole hours in a window that the device reported as up; undefined before its first whole hour. */
export type Uptime = { day: number | undefined; week: number | undefined; month: number | undefined }

export type DeviceHealth = {
  state: DeviceState
  /** end of the last hour reported */
  last: Date | undefined
  uptime: Uptime
}

/** Seconds of uptime reported in the whole hours of the last day, week and month. */
export type ReportedSeconds = Record<keyof Uptime, number>

export const windowHours: Record<keyof Uptime, number> = { day: 24, week: 24 * 7, month: 24 * 30 }

/** Windows end with the last hour that is over: the running one cannot have been reported. */
export function endOfWindows(now: Date): Date {
  return new Date(Math.floor(now.getTime() / HOUR) * HOUR)
}

/**
 * Judges a device's reports. Pure. A window begins at the registration where that is later, so that a young device is
 * measured by the hours it could have reported.
 *
 * @param lastHour start of the last hour reported
 */
export function healthOf(
  { lastHour, seconds, since }: { lastHour: Date | undefined; seconds: ReportedSeconds; since: Date },
  now: Date,
): DeviceHealth {
  const last = lastHour && new Date(lastHour.getTime() + HOUR)
  const isSilent = last !== undefined && now.getTime() - last.getTime() > SILENT_AFTER_HOURS * HOUR
  const hours = Math.floor((endOfWindows(now).getTime() - since.getTime()) / HOUR)
  const share = (window: keyof Uptime) => {
    const whole = Math.min(windowHours[window], hours)
    return whole < 1 ? undefined : Math.min(seconds[window] / (whole * 3_600), 1)
  }
  return {
    state: last === undefined ? 'never' : isSilent ? 'silent' : 'reporting',
    last,
    uptime: { day: share('day'), week: share('week'), month: share('month') },
  }
}
