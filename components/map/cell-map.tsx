import { formatCount } from '@/lib/core/format'
import { type CellMap as Cell, REGION_KM, WORLD } from '@/lib/market/cell-map'
import { InsetMap } from './inset-map'
import { WorldGround } from './world-ground'

/**
 * Where a cell lies: on the world, in its region, and as a hexagon among its neighbours. All of it is drawn on the
 * server; the browser gets no geometry code.
 */
export function CellMap({ map }: { map: Cell }) {
  const { cell, world, nearKm } = map
  const place = map.country ? `the cell in ${map.country}` : 'the cell'
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-[2.133fr_1fr_1fr]">
      <svg
        role="img"
        aria-label={`The world, with ${place} marked`}
        viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}
        className="col-span-2 block w-full border border-rule sm:col-span-1 sm:h-full"
      >
        <WorldGround />
        <path
          d={`M${world.x} 0V${world.y - 9}M${world.x} ${world.y + 9}V${WORLD.height}M0 ${world.y}H${world.x - 9}M${world.x + 9} ${world.y}H${WORLD.width}`}
          className="fill-none stroke-control"
          strokeWidth="0.75"
        />
        <rect
          x={world.x - 9}
          y={world.y - 9}
          width="18"
          height="18"
          className="fill-none stroke-ink"
          strokeWidth="1.5"
        />
        <circle cx={world.x} cy={world.y} r="2.5" className="fill-ink" />
      </svg>
      <InsetMap
        cell={cell}
        part="region"
        kilometres={REGION_KM}
        label={`${formatCount(REGION_KM)} km around ${place}`}
      />
      <InsetMap
        cell={cell}
        part="near"
        kilometres={nearKm}
        label="The cell as a hexagon among its neighbours"
      />
    </div>
  )
}

/** "225 km² in Germany, about 52.5° N, 13.3° E" */
export function placeInWords({ area, country, latitude, longitude }: Cell): string {
  const north = `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}`
  const east = `${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`
  return `${formatCount(area)} km² ${country ? `in ${country}` : 'at sea'}, about ${north}, ${east}`
}
