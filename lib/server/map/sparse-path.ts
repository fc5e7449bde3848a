import type { GeoContext } from 'd3-geo'

/** A drawing context that writes an SVG path and leaves out points nearer to the one before than can be seen. */
export class SparsePath implements GeoContext {
  #path = ''
  #x = 0
  #y = 0
  /** the newest point left out: a line keeps its end */
  #skipped = ''

  /** @param least distance in SVG units between points that are both drawn */
  constructor(private readonly least: number) {}

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.#end()
    this.#place('M', x, y)
  }

  lineTo(x: number, y: number): void {
    if (Math.hypot(x - this.#x, y - this.#y) < this.least) this.#skipped = `L${pair(x, y)}`
    else this.#place('L', x, y)
  }

  closePath(): void {
    this.#skipped = ''
    this.#path += 'Z'
  }

  /** Points alone are drawn by arcs; a map of land and borders has none. */
  arc(): void {}

  toString(): string {
    this.#end()
    return this.#path
  }

  #place(command: 'M' | 'L', x: number, y: number): void {
    this.#path += command + pair(x, y)
    this.#x = x
    this.#y = y
    this.#skipped = ''
  }

  #end(): void {
    this.#path += this.#skipped
    this.#skipped = ''
  }
}

function pair(x: number, y: number): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
}
