import { expect, test } from 'vitest'
import { replaceSection } from './write-section'

test('a section is appended to a document that has none', () => {
  expect(replaceSection('# Title\n', 'gas', ['one'])).toBe(
    '# Title\n\n<!-- gas:start -->\none\n<!-- gas:end -->\n',
  )
  expect(replaceSection('', 'gas', ['one'])).toBe('<!-- gas:start -->\none\n<!-- gas:end -->\n')
})

test('a section is replaced where it stands, and the rest stays', () => {
  const text =
    'a\n<!-- gas:start -->\nold\n<!-- gas:end -->\nb\n<!-- other:start -->\nx\n<!-- other:end -->\n'
  const replaced = replaceSection(text, 'gas', ['new', 'lines'])
  expect(replaced).toBe(text.replace('old', 'new\nlines'))
  expect(replaceSection(replaced, 'gas', ['new', 'lines'])).toBe(replaced)
})
