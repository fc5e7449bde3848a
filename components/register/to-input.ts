import type { Place } from './place-of'
import type { RegisterDraft } from './register-draft'
import type { RegistrationInput } from './registration-view'

/** A draft as the server takes it; fields left empty are left out. */
export function toInput(draft: RegisterDraft, cell: string | null): RegistrationInput {
  const given = (text: string) => text.trim() || undefined
  return {
    network: draft.network,
    model: draft.model,
    cell,
    metadata: {
      name: draft.name.trim(),
      hardware: draft.hardware.trim(),
      demonstration: draft.demonstration || draft.device === 'browser',
      ...(given(draft.operator) && { operator: given(draft.operator) }),
      ...(given(draft.note) && { note: given(draft.note) }),
    },
  }
}

/** What is still missing, a sentence a field, under the names the server uses too. */
export function missingIn(
  draft: RegisterDraft,
  network: { isPhysical: boolean } | undefined,
  place: Place | undefined,
): Record<string, string> {
  return {
    ...(!network && { network: 'Choose the network.' }),
    ...(network && !draft.model && { model: 'Choose the hardware model.' }),
    ...(network?.isPhysical && !place && { cell: 'Choose where the device stands.' }),
    ...(!draft.name.trim() && { 'metadata.name': 'Give it a name.' }),
    ...(!draft.hardware.trim() && { 'metadata.hardware': 'Say what hardware it is.' }),
  }
}
