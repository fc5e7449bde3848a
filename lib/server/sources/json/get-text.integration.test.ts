import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getText } from './get-text'

let answer: RequestListener
let asked = 0
const endpoint = createServer((request, response) => {
  asked++
  answer(request, response)
})
let url: URL
beforeAll(async () => {
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve))
  url = new URL(`http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/months`)
})
beforeEach(() => {
  asked = 0
})
afterAll(() => {
  endpoint.closeAllConnections()
  endpoint.close()
})

const own = { headers: {}, isPrivate: true }
const open = { headers: {}, isPrivate: false }
const leadsTo =
  (...addresses: string[]): NonNullable<Parameters<typeof getText>[1]['lookup']> =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

test('plain and packed answers come whole, with their tag', async () => {
  answer = (_request, response) => response.writeHead(200, { etag: '"7"' }).end('{"a":"é"}')
  expect(await getText(url, own)).toEqual({ text: '{"a":"é"}', tag: '"7"' })
  answer = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'))
  expect(await getText(url, own)).toEqual({ text: '{"a":1}', tag: undefined })
})

test('an address that is not public is not connected to, literal or by name', async () => {
  answer = (_request, response) => response.end('the inside')
  const { port } = url
  for (const inside of [`http://127.0.0.1:${port}/`, `http://[::1]:${port}/`, 'http://169.254.169.254/'])
    await expect(getText(new URL(inside), open)).rejects.toMatchObject({
      name: 'SourceAnswerError',
      message: expect.stringMatching(/leads to an address that is not public/),
    })
  const named = new URL(`http://figures.example:${port}/`)
  for (const addresses of [['127.0.0.1'], ['10.0.0.1'], ['1.1.1.1', '127.0.0.1'], ['::ffff:127.0.0.1']])
    await expect(getText(named, { ...open, lookup: leadsTo(...addresses) })).rejects.toThrow('not public')
  // an address in another spelling is the same address
  for (const spelled of [`http://0x7f000001:${port}/`, `http://2130706433:${port}/`, `http://127.1:${port}/`])
    await expect(getText(new URL(spelled), open)).rejects.toThrow('not public')
  expect(asked).toBe(0)
  expect(await getText(named, { ...own, lookup: leadsTo('127.0.0.1') })).toMatchObject({ text: 'the inside' })
})

test('a redirect is not followed, wherever it leads', async () => {
  answer = (_request, response) => response.writeHead(302, { location: `${url.origin}/inside` }).end()
  await expect(getText(url, own)).rejects.toThrow('answered 302: what it leads to is not followed.')
  expect(asked).toBe(1)
})

test('an answer that is too long is broken off, packed or not', async () => {
  const chunk = Buffer.alloc(1_000_000, ' ')
  let sent = 0
  answer = (_request, response) => {
    const more = () => {
      while (!response.destroyed && sent < 200) {
        sent++
        if (!response.write(chunk)) return response.once('drain', more)
      }
      return response.end()
    }
    more()
  }
  await expect(getText(url, own)).rejects.toThrow('longer than 10 million bytes')
  expect(sent).toBeLessThan(200)
  const bomb = gzipSync(Buffer.alloc(200_000_000))
  expect(bomb.length).toBeLessThan(400_000)
  answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  await expect(getText(url, own)).rejects.toThrow('longer than 10 million bytes')
})

test('who is silent, or drips, is left after the time', async () => {
  answer = () => {}
  const late = { ...own, timeout: 300 }
  await expect(getText(url, late)).rejects.toThrow(/does not answer within 0\.3 seconds/)
  let dripping: NodeJS.Timeout | undefined
  answer = (_request, response) => {
    response.writeHead(200)
    dripping = setInterval(() => response.write(' '), 50)
  }
  await expect(getText(url, late)).rejects.toThrow(/does not answer within 0\.3 seconds/)
  clearInterval(dripping)
})

test('what breaks off, or is not what it says, is named', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"a"')
    setTimeout(() => response.destroy(), 20)
  }
  await expect(getText(url, own)).rejects.toMatchObject({ name: 'UnavailableError' })
  answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip')
  await expect(getText(url, own)).rejects.toThrow('not gzip, as it says')
  answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('?')
  await expect(getText(url, own)).rejects.toThrow('packed as br')
  await expect(getText(new URL('http://127.0.0.1:1/'), own)).rejects.toThrow('127.0.0.1:1 does not answer.')
})
