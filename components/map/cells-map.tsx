import { type CellsMap as Cells, WORLD } from '@/lib/market/cell-map'
import { WorldGround } from './world-ground'

/** Many cells on the world map; a dot's area grows with how many stand in its cell. */
export function CellsMap({ map, label }: { map: Cells; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}
      className="block w-full border border-rule"
    >
      <title>{label}</title>
      <WorldGround />
      {map.cells.map(({ cell, count, x, y }) => (
        <circle
          key={cell}
          cx={x.toFixed(1)}
          cy={y.toFixed(1)}
          r={Math.min(9, 2 * Math.sqrt(count)).toFixed(1)}
          className="fill-ink stroke-paper"
          fillOpacity="0.85"
          strokeWidth="0.75"
        />
      ))}
    </svg>
  )
}
