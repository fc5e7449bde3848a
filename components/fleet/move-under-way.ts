import type { moveDevice } from '@/lib/server/fleet/actions'

/** A reassignment as the API shows it. */
export type ReassignmentView = Extract<Awaited<ReturnType<typeof moveDevice>>, { ok: true }>['value']

export type MoveUnderWay = {
  view: ReassignmentView
  deviceId: string
  networkName: string
  orders: { listings: number; offers: number }
}

export const isOpen = ({ view }: MoveUnderWay) => view.status === 'challenged' || view.status === 'attested'
