/** The register form as it is being written: text as it stands in its fields. */
export type RegisterDraft = {
  network: string
  model: string
  /** name of a city, 'coordinates', or '' */
  city: string
  latitude: string
  longitude: string
  name: string
  hardware: string
  operator: string
  note: string
  /** which device will answer: the operator's, by the device agent, or one made in this browser */
  device: 'agent' | 'browser'
  demonstration: boolean
}

export const emptyDraft: RegisterDraft = {
  network: '',
  model: '',
  city: '',
  latitude: '',
  longitude: '',
  name: '',
  hardware: '',
  operator: '',
  note: '',
  device: 'agent',
  demonstration: false,
}

/** What was kept, as a draft; fields it lacks are empty. */
export function readDraft(kept: unknown): RegisterDraft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const given = kept as Record<string, unknown>
  const text = (field: keyof RegisterDraft) => (typeof given[field] === 'string' ? given[field] : '')
  return {
    network: text('network'),
    model: text('model'),
    city: text('city'),
    latitude: text('latitude'),
    longitude: text('longitude'),
    name: text('name'),
    hardware: text('hardware'),
    operator: text('operator'),
    note: text('note'),
    device: given.device === 'browser' ? 'browser' : 'agent',
    demonstration: given.demonstration === true,
  }
}
