import { checkBinaries } from './doctor/check-binaries'
import { checkBrowser } from './doctor/check-browser'
import { checkDatabaseUser } from './doctor/check-database-user'
import { checkNode } from './doctor/check-node'
import { checkPorts } from './doctor/check-ports'
import { checkRoom } from './doctor/check-room'

/** Checks the machine and names each mend. Ends with 1 when something would keep the product from running. */
const findings = [
  checkNode(),
  ...checkBinaries(),
  checkDatabaseUser(),
  ...(await checkPorts()),
  ...checkRoom(),
  checkBrowser(),
]
const signs = { good: '✓', warning: '!', bad: '✖' }
for (const { name, state, text, mend } of findings) {
  console.log(`  ${signs[state]} ${name.padEnd(20)} ${text}`)
  if (mend) console.log(`    ${''.padEnd(20)} → ${mend}`)
}
const count = (state: keyof typeof signs) => findings.filter((finding) => finding.state === state).length
console.log(
  count('bad') > 0
    ? `\n  ${count('bad')} to mend before Hotswap can run.`
    : `\n  Hotswap can run here${count('warning') > 0 ? `; ${count('warning')} to know of` : ''}.`,
)
process.exitCode = count('bad') > 0 ? 1 : 0
