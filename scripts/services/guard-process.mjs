// Watches the process that started it through a pipe on stdin. It is told process groups (`+123`, `-123`) and folders
// (`!/tmp/…`); when the pipe closes — the parent ended, be it by SIGKILL — it ends every group that is still named and
// removes the folders.
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { isGroupAlive, signalGroup } from './process-group.mjs'

const groups = new Set()
const folders = new Set()

for (const name of ['SIGINT', 'SIGHUP', 'SIGTERM']) process.on(name, () => {})

createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line.startsWith('!')) folders.add(line.slice(1))
    else if (line.startsWith('+')) groups.add(Number(line.slice(1)))
    else groups.delete(Number(line.slice(1)))
  })
  .on('close', () => {
    // SIGINT is a fast shutdown to PostgreSQL, where SIGTERM would wait for its clients
    for (const group of groups) signalGroup(group, 'SIGINT')
    const end = Date.now() + 3_000
    const timer = setInterval(() => {
      const left = [...groups].filter(isGroupAlive)
      if (left.length > 0 && Date.now() < end) return
      clearInterval(timer)
      for (const group of left) signalGroup(group, 'SIGKILL')
      for (const folder of folders)
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      process.exit(0)
    }, 50)
  })
