import type { ReactNode } from 'react'
import { formatCount } from '@/lib/core/format'
import { WORLD } from '@/lib/market/cell-map'
import type { DeviceMap as Devices, MapCell } from '@/lib/market/device-map'
import { WorldGround } from './world-ground'

/** Radius of a single device's dot, in units of the map, and of the largest dot there may be. */
const ONE = 2.1
const LARGEST = 11

/** Where devices stand; a dot's area grows with how many, filled where one of them is for sale. */
export function DeviceMap({ map, label }: { map: Devices; label: string }) {
  const most = Math.max(1, ...map.cells.map(({ devices }) => devices))
  const unit = Math.min(ONE, LARGEST / Math.sqrt(most))
  return (
    <>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}
        className="block w-full border-y border-rule"
      >
        <title>{label}</title>
        <use href="/map/world.svg#grid" className="fill-none stroke-rule" strokeWidth="0.4" />
        <WorldGround />
        {map.cells.map((cell) => (
          <Dot key={cell.cell} {...cell} radius={unit * Math.sqrt(cell.devices)} />
        ))}
      </svg>
      <Key most={most} />
    </>
  )
}

/** Larger where the world is small: on a phone it is as wide as a hand. */
const legible = 'origin-center [transform-box:fill-box] max-lg:scale-150 max-sm:scale-[2.2]'

function Dot({ country, devices, forSale, x, y, radius }: MapCell & { radius: number }) {
  return (
    <circle
      cx={x}
      cy={y}
      r={radius.toFixed(2)}
      className={`${legible} ${forSale > 0 ? 'fill-ink stroke-paper' : 'fill-paper stroke-ink'}`}
      fillOpacity="0.9"
      strokeWidth="0.6"
    >
      <title>
        {`${country ?? 'at sea'}: ${formatCount(devices)} ${devices === 1 ? 'device' : 'devices'}, ${formatCount(forSale)} for sale`}
      </title>
    </circle>
  )
}

/** What a dot's size and filling say. */
function Key({ most }: { most: number }) {
  return (
    <ul className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 text-xs text-muted">
      <KeyEntry isFilled>one or more for sale</KeyEntry>
      <KeyEntry>none for sale</KeyEntry>
      {most > 1 && <li>area: devices, {formatCount(most)} in the largest</li>}
    </ul>
  )
}

function KeyEntry({ isFilled, children }: { isFilled?: boolean; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden width="12" height="12">
        <circle cx="6" cy="6" r="5" className={isFilled ? 'fill-ink stroke-ink' : 'fill-paper stroke-ink'} />
      </svg>
      {children}
    </li>
  )
}
