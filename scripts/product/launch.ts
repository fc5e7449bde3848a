import type { Paths } from './paths'
import type { Report } from './report'
import type { RunLock } from './run-lock'
import type { Settings } from './settings'
import type { Supervisor } from './supervisor'

/** `start` serves a build; `dev` compiles as it serves and starts again what changed. */
export type Mode = 'start' | 'dev'

/** What every step of a run has at hand. */
export type Launch = {
  mode: Mode
  settings: Settings
  paths: Paths
  report: Report
  supervisor: Supervisor
  lock: RunLock
}
