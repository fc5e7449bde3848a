import { latLngToCell } from 'h3-js'
import { expect, test } from 'vitest'
import { WORLD } from '@/lib/market/cell-map'
import { cellSvg } from './cell-svg'
import { drawCell } from './draw-cell'

const at = (latitude: number, longitude: number) => latLngToCell(latitude, longitude, 5)

test('a cell is told by its country and area, and marked where it lies on the world map', async () => {
  const berlin = await drawCell(at(52.52, 13.405))
  expect(berlin).toMatchObject({ resolution: 5, latitude: 52.5, country: 'Germany' })
  expect(berlin?.area).toBeGreaterThan(200)
  expect(berlin?.area).toBeLessThan(300)
  const sydney = await drawCell(at(-33.87, 151.21))
  expect(sydney?.country).toBe('Australia')
  expect(sydney?.world.x).toBeGreaterThan(berlin?.world.x ?? WORLD.width)
  expect(sydney?.world.y).toBeGreaterThan(berlin?.world.y ?? WORLD.height)
})

test('a cell whose middle is water has the country of its shore; one at sea has none', async () => {
  expect((await drawCell(at(38.7223, -9.1393)))?.country).toBe('Portugal')
  expect((await drawCell(at(0, 0)))?.country).toBeUndefined()
})

test('a cell’s maps show it in the middle among its neighbours, also at the antimeridian', async () => {
  for (const [latitude, longitude] of [
    [52.52, 13.405],
    [-17.7, 179.95],
  ] as const) {
    const svg = (await cellSvg(at(latitude, longitude))) ?? ''
    const corners = /id="near-cell" d="M([^Z]*)Z/.exec(svg)?.[1]?.split('L') ?? []
    expect(corners.length).toBeGreaterThanOrEqual(6)
    for (const corner of corners)
      for (const coordinate of corner.split(' ').map(Number))
        expect(Math.abs(coordinate - 160)).toBeLessThan(60)
    expect(svg).not.toContain('NaN')
  }
})

test('what is no cell is not drawn', async () => {
  expect(await drawCell('ffffffffffffffff')).toBeUndefined()
  expect(await cellSvg('../world')).toBeUndefined()
})
