import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isGroupAlive } from './process-group.mjs'
import { livingServices, startService } from './service'
import { waitUntil } from './wait-until'

const folder = mkdtempSync(join(tmpdir(), 'hotswap-service-'))
const grandchild = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e3)'], { stdio: 'ignore' })`

function start(name: string, source: string) {
  return startService({
    name,
    command: process.execPath,
    args: ['-e', source],
    logFile: join(folder, `${name}.log`),
    stopTimeout: 300,
  })
}

it('ends a process and what it began, also when they do not listen', async () => {
  const deaf = await start(
    'deaf',
    `process.on('SIGTERM', () => {}); ${grandchild}; console.log('up'); setInterval(() => {}, 1e3)`,
  )
  await waitUntil('it is up', () => deaf.tail().includes('up'))
  expect(livingServices()).toHaveLength(1)
  await deaf.stop()
  await deaf.stop()
  expect(deaf.exit()).toEqual({ code: null, signal: 'SIGKILL' })
  expect(isGroupAlive(deaf.pid)).toBe(false)
  expect(livingServices()).toHaveLength(0)
})

it('tells how a process ended and its last lines, and keeps the log of the run before', async () => {
  const first = await start('short', `console.log('one'); console.error('two'); process.exit(3)`)
  expect(await first.exited).toEqual({ code: 3, signal: null })
  expect(first.tail(1)).toBe('two')
  await first.stop()
  await (await start('short', '')).exited
  expect(readFileSync(join(folder, 'short.log.previous'), 'utf8')).toBe('one\ntwo\n')
})

it('refuses a command that does not exist', async () => {
  const options = {
    name: 'nothing',
    command: '/does/not/exist',
    args: [],
    logFile: join(folder, 'nothing.log'),
  }
  await expect(startService(options)).rejects.toThrow('ENOENT')
})

it('leaves no process and no folder when the one that began them is killed', async () => {
  const left = join(folder, 'left')
  const source = `
    import { mkdirSync } from 'node:fs'
    import { startService } from '${join(import.meta.dirname, 'service.ts')}'
    import { guardFolder } from '${join(import.meta.dirname, 'guard.ts')}'
    mkdirSync('${left}')
    guardFolder('${left}')
    const service = await startService({ name: 'x', command: process.execPath, args: ['-e', \`${grandchild}; setInterval(() => {}, 1e3)\`], logFile: '${left}/x.log' })
    console.log(service.pid)
  `
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source])
  const group = await new Promise<number>((resolve) =>
    parent.stdout.once('data', (line) => resolve(Number(line))),
  )
  expect(isGroupAlive(group)).toBe(true)
  parent.kill('SIGKILL')
  await waitUntil('nothing is left', () => !isGroupAlive(group) && !existsSync(left), { timeout: 10_000 })
})
