import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import { tradeSizeTests } from '@/lib/market/reference-price/trade-size-tests'
import { SizeTests } from './size-tests'

const shown = (sizes: number[]) =>
  renderToStaticMarkup(
    <SizeTests
      reference={
        { sizeTests: tradeSizeTests(sizes) ?? null, sales: sizes.length, leftOut: 0 } as KeptReference
      }
    />,
  )

test('sizes that fail beyond measure are told in figures that fit', () => {
  // ever the same odd price: a chance of nothing, and windows that all say the same
  const odd = shown(Array.from({ length: 400 }, (_, k) => (k % 2 === 0 ? 433 : 533)))
  expect(odd).toContain('below 0.001')
  expect(odd).toContain('below −99')
  expect(odd).toMatch(/All of the three tests .* speak against/)
  expect(odd).not.toMatch(/0\.0000|\d{6}/)
})

test('below two hundred sales it says how many there are', () => {
  expect(shown([100, 200])).toContain('tested from 200 sales on; it has 2')
})
