import { expect, test } from 'vitest'
import { once } from './once'

test('the same intention runs once at a time, another beside it, and again afterwards', async () => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const first = once('buy:1', () => gate.then(() => 'bought'))
  expect(await once('buy:1', async () => 'twice')).toBeUndefined()
  expect(await once('buy:2', async () => 'other')).toBe('other')
  release()
  expect(await first).toBe('bought')
  expect(await once('buy:1', async () => 'again')).toBe('again')
})

test('a step that throws gives the intention free', async () => {
  await expect(once('list:1', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await once('list:1', async () => 'listed')).toBe('listed')
})
