import { getRegistrationBatch } from '@/lib/server/api/operations/get-registration-batch'

/** Many devices given in one file, and how far they are. */
export const GET = getRegistrationBatch.serve()
