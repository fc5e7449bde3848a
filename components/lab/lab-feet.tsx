import { ChartFoot } from '@/components/charts/chart-foot'

const source = '1kx-network/depin_tokenomics, commit ff2e881; relay network: sums over its operators'

type FootProps = {
  /** newest month of the figures, YYYY-MM */
  asOf: string
  /** where it already stands alone, it is not offered again */
  isEmbedded?: boolean
}

/** Whose figures the flywheel turns on, and its data. @param of the network shown, where it is one */
export function FlywheelFoot({
  asOf,
  of,
  isEmbedded = false,
}: FootProps & { of?: { slug: string; name: string } }) {
  return (
    <ChartFoot
      source={source}
      asOf={asOf}
      method={{ href: '/lab/flywheel#rule', name: 'The rule' }}
      data={{ csv: '/lab/flywheel/data.csv', json: '/lab/flywheel/data.json' }}
      embed={isEmbedded ? undefined : of ? `/embed/flywheel?of=${of.slug}` : '/embed/flywheel'}
      title={of ? `${of.name}: its flywheel` : 'Flywheel phases of networks'}
    />
  )
}

/** Whose figures the network effects are fitted to, and their data. */
export function NetworkEffectsFoot({ asOf, isEmbedded = false }: FootProps) {
  return (
    <ChartFoot
      source={source}
      asOf={asOf}
      method={{ href: '/lab/network-effects#method' }}
      data={{ csv: '/lab/network-effects/data.csv', json: '/lab/network-effects/data.json' }}
      embed={isEmbedded ? undefined : '/embed/network-effects'}
      title="Network effects from growth rates"
    />
  )
}
