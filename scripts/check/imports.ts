import { projectRoot } from '../product/paths'
import { checkImports } from './check-imports'

const problems = checkImports(projectRoot)
for (const problem of problems) console.error(problem)
console.log(
  problems.length === 0 ? 'The import rule holds.' : `\nThe import rule is broken ${problems.length} times.`,
)
process.exitCode = problems.length === 0 ? 0 : 1
