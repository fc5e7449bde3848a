import { runSuites } from './test/run-suites'
import { deep } from './test/suites'

await runSuites(deep)
