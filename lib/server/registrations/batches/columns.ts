/** A column of the file. */
export type BatchColumn = {
  name: string
  isRequired: boolean
  /** what goes into it, a sentence without its full stop */
  meaning: string
  example: string
}

/** What a row of the file can say, in the order of the template. */
export const batchColumns = [
  {
    name: 'device_key',
    isRequired: true,
    meaning: 'the device’s public key: a did:key, or the curve and the key in hex (p256:0x04…)',
    example: 'did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169',
  },
  { name: 'network', isRequired: true, meaning: 'the network’s short name', example: 'helium-iot' },
  { name: 'model', isRequired: true, meaning: 'the hardware model’s', example: 'helium-hotspot-outdoor' },
  {
    name: 'cell',
    isRequired: false,
    meaning: 'H3 cell of resolution 5, where the network depends on place; else blank',
    example: '851f1d4bfffffff',
  },
  {
    name: 'name',
    isRequired: true,
    meaning: 'what the position is called, at most 80 characters',
    example: 'Mill roof 01',
  },
  {
    name: 'hardware',
    isRequired: false,
    meaning: 'the hardware in words; blank takes the model’s name',
    example: 'LoRaWAN gateway, revision 2',
  },
  { name: 'operator', isRequired: false, meaning: 'who runs it, if that shall be public', example: '' },
  { name: 'note', isRequired: false, meaning: 'a public note, at most 280 characters', example: '' },
  {
    name: 'demonstration',
    isRequired: false,
    meaning: 'yes for what is made for demonstration and observes nothing',
    example: 'no',
  },
  {
    name: 'place_commitment',
    isRequired: false,
    meaning: 'salted commitment to the exact place, 32 bytes in hex',
    example: '',
  },
] as const satisfies readonly BatchColumn[]

export type ColumnName = (typeof batchColumns)[number]['name']

/** Rows one file may hold. */
export const MOST_ROWS = 2_000

/** Characters one file may hold: a server action takes a megabyte. */
export const MOST_CHARACTERS = 900_000
