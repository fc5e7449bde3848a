import { expect, test } from 'vitest'
import { placeOf } from './place-of'
import { emptyDraft, readDraft } from './register-draft'
import { missingIn, toInput } from './to-input'

const draft = {
  ...emptyDraft,
  network: 'helium-iot',
  model: 'gateway',
  city: 'Berlin',
  name: ' Roof ',
  hardware: 'Gateway 2',
}

test('a draft kept by another version is read with its gaps empty', () => {
  expect(readDraft({ name: 'Roof', days: 3, device: 'toaster' })).toEqual({ ...emptyDraft, name: 'Roof' })
  expect(readDraft(null)).toBeUndefined()
})

test('a city is a point; coordinates are one when both are degrees', () => {
  expect(placeOf(draft)).toMatchObject({ latitude: 52.52 })
  const at = (latitude: string, longitude: string) => placeOf({ city: 'coordinates', latitude, longitude })
  expect(at('−33.9', '18.42')).toEqual({ latitude: -33.9, longitude: 18.42 })
  expect(at('91', '0')).toBeUndefined()
  expect(at('45', '')).toBeUndefined()
  expect(at('forty', '2')).toBeUndefined()
})

test('what is missing is named by field; a digital network needs no place', () => {
  expect(missingIn(emptyDraft, undefined, undefined)).toHaveProperty('network')
  expect(missingIn(draft, { isPhysical: true }, undefined)).toEqual({
    cell: 'Choose where the device stands.',
  })
  expect(missingIn(draft, { isPhysical: false }, undefined)).toEqual({})
})

test('empty fields are left out, and a device of this browser is always a demonstration', () => {
  expect(toInput({ ...draft, device: 'browser' }, '851f1d4bfffffff')).toEqual({
    network: 'helium-iot',
    model: 'gateway',
    cell: '851f1d4bfffffff',
    metadata: { name: 'Roof', hardware: 'Gateway 2', demonstration: true },
  })
})
