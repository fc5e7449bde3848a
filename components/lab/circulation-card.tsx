import { SHARE_EDGE, SHARE_SIZE, shareColours, shareColumn, shareMono } from '@/components/ui/share-look'
import { formatCompact, formatMonth } from '@/lib/core/format'
import {
  type CirculationLevel,
  type CirculationRange,
  circulationByLevel,
} from '@/lib/mechanism/allocation/circulation-range'
import { deciders, levelName, monthlyGain } from './circulation-words'

const { paper, ink, muted, rule } = shareColours
const AXIS = 330

type Headline = CirculationRange & {
  networks: number
  devices: number
  poolsUsd: number
  from: string
  to: string
}

/**
 * The circulation gap as an image: its range, what it hangs on, and the gap at each value of that. Drawn by Satori, which takes
 * a fragment for a box: there is none.
 */
export function CirculationCard({ range }: { range: Headline | undefined }) {
  const [decider] = range?.swings ?? []
  return (
    <div
      style={{
        ...shareColumn,
        width: '100%',
        height: '100%',
        background: paper,
        color: ink,
        padding: SHARE_EDGE,
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 28, color: muted }}>
        <span>Circulation gap</span>
        <span style={{ color: ink, fontWeight: 500 }}>Hotswap</span>
      </div>
      <div style={{ display: 'flex', alignItems: 'baseline', marginTop: 18, fontSize: 60 }}>
        {range && (
          <span style={shareMono}>{`${monthlyGain(range.lowUsd)} … ${monthlyGain(range.highUsd)}`}</span>
        )}
        {range && <span style={{ marginLeft: 20, fontSize: 28, color: muted }}>a month</span>}
        {!range && <span style={{ fontWeight: 500 }}>What devices would gain if they could move freely</span>}
      </div>
      {range && (
        <div style={{ display: 'flex', flexShrink: 0, marginTop: 14, fontSize: 26, color: muted }}>
          {`What ${formatCompact(range.devices)} devices of ${range.networks} networks would gain together if they could move freely`}
        </div>
      )}
      <div style={{ ...shareColumn, flexGrow: 1, justifyContent: 'center' }}>
        {decider && (
          <div style={{ display: 'flex', fontSize: 28, fontWeight: 500, marginBottom: 14 }}>
            {`It hangs on ${deciders[decider.name]}`}
          </div>
        )}
        {range && decider && (
          <Levels levels={circulationByLevel(range.cases, decider.name)} name={decider.name} />
        )}
      </div>
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          borderTop: `2px solid ${rule}`,
          paddingTop: 22,
          fontSize: 24,
          color: muted,
        }}
      >
        <span>Lowest to highest over what is assumed besides; tick: as assumed.</span>
        {range && <span>{`${formatMonth(range.from)} – ${formatMonth(range.to)}`}</span>}
      </div>
    </div>
  )
}

function Levels({
  levels,
  name,
}: {
  levels: readonly CirculationLevel[]
  name: Parameters<typeof levelName>[0]
}) {
  const low = Math.min(0, ...levels.map(({ lowUsd }) => lowUsd))
  const high = Math.max(0, ...levels.map(({ highUsd }) => highUsd))
  const x = (usd: number) => 4 + ((AXIS - 8) * (usd - low)) / (high - low || 1)
  return (
    <div style={{ ...shareColumn, width: SHARE_SIZE.width - 2 * SHARE_EDGE }}>
      {levels.map(({ level, lowUsd, highUsd, middleUsd }) => (
        <div
          key={level}
          style={{ display: 'flex', alignItems: 'center', flexShrink: 0, height: 48, fontSize: 24 }}
        >
          <span style={{ width: 480, color: muted }}>{levelName(name, level)}</span>
          <svg width={AXIS} height={48} viewBox={`0 0 ${AXIS} 48`} role="img" aria-label="Range">
            <line x1={x(0)} x2={x(0)} y1="0" y2="48" stroke={muted} strokeDasharray="4 4" strokeWidth="2" />
            <line x1={x(lowUsd)} x2={x(highUsd)} y1="24" y2="24" stroke={ink} strokeWidth="4" />
            <line x1={x(lowUsd)} x2={x(lowUsd)} y1="16" y2="32" stroke={ink} strokeWidth="4" />
            <line x1={x(highUsd)} x2={x(highUsd)} y1="16" y2="32" stroke={ink} strokeWidth="4" />
            <line x1={x(middleUsd)} x2={x(middleUsd)} y1="8" y2="40" stroke={ink} strokeWidth="5" />
          </svg>
          <span style={{ marginLeft: 'auto', ...shareMono }}>
            {`${monthlyGain(lowUsd)} … ${monthlyGain(highUsd)}`}
          </span>
        </div>
      ))}
    </div>
  )
}
