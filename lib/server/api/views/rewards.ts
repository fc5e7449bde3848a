import type { z } from 'zod'
import { toMoney } from '@/lib/core/money'
import type { DeviceReports, RewardHistory } from '@/lib/market/position-page'
import { toDollars } from '../schemas/money'
import type { positionDetail } from '../schemas/position'

type Detail = z.input<typeof positionDetail>

export function toRewards(history: RewardHistory | undefined): Detail['rewards'] {
  if (!history) return null
  const inDollars = (figure: number | undefined) => (figure === undefined ? null : toDollars(toMoney(figure)))
  return {
    basis: history.basis,
    months: history.months.map(({ month, reward, cost }) => ({
      month,
      reward: inDollars(reward),
      cost: inDollars(cost),
    })),
    sources: history.sources,
  }
}

export function toReports(reports: DeviceReports | undefined): Detail['reports'] {
  if (!reports) return null
  const { last, days, uptimeShare } = reports
  return { last: last.toISOString(), days, uptimeShare: uptimeShare ?? null }
}
