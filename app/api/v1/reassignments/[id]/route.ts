import { getReassignment } from '@/lib/server/api/operations/get-reassignment'

/** What a device must sign to be moved, and where that stands. */
export const GET = getReassignment.serve()
