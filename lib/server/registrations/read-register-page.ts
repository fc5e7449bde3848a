import { notFound } from 'next/navigation'
import { registrationOptions } from '@/db/queries/registration-options'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { NotFoundError } from '@/lib/core/errors'
import { context } from '../context'
import { getRegistration } from './get-registration'
import { idInput } from './input'

/** What the register page shows: a registration under way where the address names one, else what can be chosen. */
export async function readRegisterPage(query: Record<string, string | string[] | undefined>) {
  const server = context()
  const { registration: id, device } = query
  return {
    isLocal: server.deployment.chainId === LOCAL_CHAIN_ID,
    origin: server.publicUrl.origin,
    device: device === 'browser' ? ('browser' as const) : ('agent' as const),
    ...(id === undefined
      ? { registration: undefined, networks: await registrationOptions(server.db) }
      : { registration: await find(id), networks: [] }),
  }
}

async function find(id: string | string[]) {
  const parsed = idInput.safeParse({ id })
  if (!parsed.success) notFound()
  try {
    return await getRegistration(context(), parsed.data.id)
  } catch (error) {
    if (error instanceof NotFoundError) notFound()
    throw error
  }
}
