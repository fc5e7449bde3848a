import { runSuites } from './test/run-suites'
import { newcomer } from './test/suites'

await runSuites(newcomer)
