import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = readFileSync('docs/published-answers.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| what/.test(line))
  .map((line) => ({ line, held: /`([^`]+\.test\.ts)`: “(.+)” \|$/.exec(line) }))

test.each(rows)('a test holds it: $line', ({ held }) => {
  const [, file = '', title = ''] = held ?? []
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(`'${title}'`)
  expect(text).not.toMatch(/\b(it|test|describe)\.(skip|todo|only)\b/)
})
