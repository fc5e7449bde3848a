import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceSchema } from './add-source'

test('the sources that docs/sources.md shows can be added as they stand', () => {
  const shown = [...readFileSync('docs/sources.md', 'utf8').matchAll(/```json\n([^`]+)```/g)].map(
    ([, text]) => sourceSchema.parse(JSON.parse(text ?? '')),
  )
  expect(shown.map(({ kind }) => kind)).toEqual(['csv', 'json', 'contract'])
})
