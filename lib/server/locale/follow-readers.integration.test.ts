import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatCents } from '@/lib/core/format'
import { setLocaleSource } from '@/lib/core/locale/locale-source'
import { followReaders } from './follow-readers'
import { forEveryone } from './reader-style'

const server = createServer(async (request, response) => {
  await wait(Math.random() * 10)
  response.write(`${formatCents(123_450n)};`)
  await new Promise((resolve) => setImmediate(resolve))
  response.write(forEveryone(() => formatCents(123_450n)))
  request.on('close', () => response.end(`;${formatCents(-5n)}`))
  request.resume()
})

let url: string
beforeAll(async () => {
  followReaders()
  followReaders()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  setLocaleSource(undefined)
})

const written: Record<string, string> = {
  'de-DE': '1.234,50 $;$1,234.50;−0,05 $',
  'fr-FR': '1 234,50 $;$1,234.50;−0,05 $',
  'en-IN': '$1,234.50;$1,234.50;−$0.05',
  'pt-BR': '$ 1.234,50;$1,234.50;−$ 0,05',
  '*': '$1,234.50;$1,234.50;−$0.05',
}

test('five hundred requests in turn, some on one connection, are each answered in their reader’s locale', async () => {
  const locales = Object.keys(written)
  const answers = await Promise.all(
    Array.from({ length: 500 }, async (_, index) => {
      const locale = locales[index % locales.length] ?? '*'
      const answer = await fetch(url, { headers: { 'accept-language': locale } })
      return [locale, (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')] as const
    }),
  )
  for (const [locale, text] of answers) expect(text, locale).toBe(written[locale])
})

test('outside of requests figures are written plainly', () => {
  expect(formatCents(123_450n)).toBe('$1,234.50')
})
