/** The two test people of the local chain, so that a newcomer can stand on both sides of a sale. */
export const personas = [
  { id: 'operator', name: 'Demo operator', hint: 'Registers devices and sells their positions' },
  { id: 'buyer', name: 'Demo buyer', hint: 'Buys positions with test dollars' },
] as const

export type Persona = (typeof personas)[number]
