import { getRegistration } from '@/lib/server/api/operations/get-registration'

/** What a device must sign to be registered, and where that stands. */
export const GET = getRegistration.serve()
