import { readFileSync } from 'node:fs'
import { writeSection } from '../docs/write-section'
import { forge } from './forge'
import { type FileCoverage, parseLcov } from './lcov'

/*
 * Measures what the contract tests run of contracts/src, writes it to docs/coverage.md, and fails on any line, branch
 * or function they do not run. The invariants are left out: they add time and no line.
 */

const trace = 'contracts/lcov.info'
const status = forge(
  [
    'coverage',
    ...['--exclude-tests', '--no-match-contract', '(Invariants|Gas)'],
    ...['--report', 'lcov', '--report-file', trace],
  ],
  { SOLC_FOR_COVERAGE: '1' },
)
if (status !== 0) process.exit(status)

const files = parseLcov(readFileSync(trace, 'utf8')).filter(({ file }) => file.startsWith('contracts/src/'))
const part = ({ hit, found }: FileCoverage['lines']) => `${hit} of ${found}`
const missed = files.flatMap(({ file, missed: { lines, branches } }) => [
  ...lines.map((line) => `- ${file}:${line}: never run`),
  ...branches.map((line) => `- ${file}:${line}: a branch never taken`),
])

writeSection('docs/coverage.md', 'contracts', [
  '## Contracts',
  '',
  'By `npm run contracts:coverage` (forge coverage, every line, branch and function of contracts/src).',
  '',
  '| file | lines | branches | functions |',
  '|---|---|---|---|',
  ...files.map((f) => `| ${f.file} | ${part(f.lines)} | ${part(f.branches)} | ${part(f.functions)} |`),
  '',
  missed.length === 0 ? 'Nothing is missed, and the tool left no artefact to explain.' : 'Missed:\n',
  ...missed,
  '',
  "forge turns the optimiser off to measure, and OpenZeppelin's P256 does not compile without it (stack too deep).",
  "forge's own way out, `--ir-minimum`, compiles through another pipeline and loses the body lines of `pause` and",
  '`unpause`, though it counts the calls. So the compiler wrapper (scripts/contracts/solc.mjs) leaves one optimiser',
  'step on for this run, stack allocation in inline assembly, which moves no source line. What forge does not count as',
  'branches: conditional expressions (`userOf`) and `||`; their sides have tests of their own.',
])
console.log('wrote docs/coverage.md')

if (missed.length > 0) {
  console.error(missed.join('\n'))
  process.exitCode = 1
}
