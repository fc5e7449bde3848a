import type { CellShape } from './use-cell'

const SIZE = 132

/** The public cell among its neighbours, north up; no map under it, since nothing but the cell is public. */
export function CellPreview({ shape }: { shape: CellShape }) {
  const project = projection(shape)
  const path = (corners: readonly [number, number][]) => `M${corners.map(project).join('L')}Z`
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      className="size-33 shrink-0 fill-none"
      role="img"
      aria-label={`Cell ${shape.cell} and its six neighbours`}
    >
      {shape.around.map((corners) => (
        <path key={corners.join()} d={path(corners)} className="stroke-rule" strokeWidth="1" />
      ))}
      <path d={path(shape.outline)} className="fill-signal-wash stroke-signal" strokeWidth="1.5" />
    </svg>
  )
}

/** Equirectangular about the cell's middle: true enough over fifty kilometres. */
function projection({ outline, around }: CellShape) {
  const middle = (index: 0 | 1) => outline.reduce((sum, corner) => sum + corner[index], 0) / outline.length
  const [latitude, longitude] = [middle(0), middle(1)]
  const shrink = Math.cos((latitude * Math.PI) / 180)
  // across the antimeridian a corner may be a whole turn away
  const east = (degrees: number) => (((degrees - longitude + 540) % 360) - 180) * shrink
  const reach = Math.max(
    ...[outline, ...around]
      .flat()
      .map(([lat, lng]) => Math.max(Math.abs(lat - latitude), Math.abs(east(lng)))),
  )
  const scale = (SIZE / 2 - 2) / reach
  return ([lat, lng]: readonly [number, number]) =>
    `${(SIZE / 2 + east(lng) * scale).toFixed(1)} ${(SIZE / 2 - (lat - latitude) * scale).toFixed(1)}`
}
