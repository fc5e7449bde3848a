import { runSuites } from './test/run-suites'
import { checks } from './test/suites'

await runSuites(checks)
