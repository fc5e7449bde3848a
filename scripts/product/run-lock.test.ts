import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { currentRun, takeRunLock } from './run-lock'

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'hotswap-lock-')), 'run.json')
})

it('lets one run at a time have a folder, and names it', () => {
  const lock = takeRunLock(file, 'start')
  lock.update({ url: 'http://localhost:3000' })
  expect(() => takeRunLock(file, 'dev')).toThrow(
    `\`npm run start\`, process ${process.pid}; it is at http://localhost:3000`,
  )
  lock.release()
  expect(existsSync(file)).toBe(false)
  takeRunLock(file, 'dev').release()
})

it.each([
  ['a process that is gone', { pid: 2 ** 22 - 1, mark: 'started at tick 1', command: 'start' }],
  [
    'a number that is by now another process',
    { pid: process.pid, mark: 'started at tick 1', command: 'start' },
  ],
  ['half a file', undefined],
])('takes over from %s', (_, run) => {
  writeFileSync(file, run ? JSON.stringify(run) : '{"pid":')
  expect(currentRun(file)).toBeUndefined()
  const lock = takeRunLock(file, 'start')
  expect(currentRun(file)?.pid).toBe(process.pid)
  lock.release()
  expect(readdirSync(join(file, '..'))).toEqual([])
})
