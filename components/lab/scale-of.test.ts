import { expect, it } from 'vitest'
import { scaleOf } from './scale-of'

it('places values between the first tick and the last, or the end that is given', () => {
  const plain = scaleOf({}, [3, 47])
  expect(plain.ticks).toEqual([0, 10, 20, 30, 40, 50])
  expect(plain.at(25)).toBe(50)
  const ended = scaleOf({}, [0, 40], 40)
  expect([ended.ticks.at(-1), ended.at(40)]).toEqual([40, 100])
  expect(scaleOf({}, [0, 42], 42).ticks.at(-1)).toBe(40)
  expect(scaleOf({ isTight: true }, [98, 147]).ticks).toEqual([90, 100, 110, 120, 130, 140, 150])
  const decades = scaleOf({ isLog: true }, [0, 2, 500])
  expect(decades.ticks).toEqual([1, 10, 100, 1_000])
  expect(decades.at(10)).toBeCloseTo(100 / 3, 12)
  expect(decades.at(0)).toBe(0)
})
