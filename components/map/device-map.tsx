import { formatCount } from '@/lib/core/format'
import { WORLD } from '@/lib/market/cell-map'
import type { DeviceMap as Devices } from '@/lib/market/device-map'
import { WorldGround } from './world-ground'

/** Radius of the largest dot, in units of the map. */
const LARGEST = 11

/** Where devices stand; a dot's area grows with how many, filled where one of them is for sale. */
export function DeviceMap({ map, label }: { map: Devices; label: string }) {
  const most = Math.max(1, ...map.cells.map(({ devices }) => devices))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}
      className="block w-full border border-rule"
    >
      <title>{label}</title>
      <WorldGround />
      {map.cells.map(({ cell, country, devices, forSale, x, y }) => (
        <circle
          key={cell}
          cx={x}
          cy={y}
          r={Math.max(2, LARGEST * Math.sqrt(devices / most)).toFixed(1)}
          className={forSale > 0 ? 'fill-ink stroke-paper' : 'fill-paper stroke-ink'}
          fillOpacity="0.85"
          strokeWidth="0.75"
        >
          <title>
            {`${country ?? 'at sea'}: ${formatCount(devices)} ${devices === 1 ? 'device' : 'devices'}, ${formatCount(forSale)} for sale`}
          </title>
        </circle>
      ))}
    </svg>
  )
}
