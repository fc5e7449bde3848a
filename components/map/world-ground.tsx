/** The world's land and borders, from one file that all pages share, in the page's own colours. */
export function WorldGround() {
  return (
    <g aria-hidden>
      <use href="/map/world.svg#land" className="fill-rule stroke-none" />
      <use href="/map/world.svg#borders" className="fill-none stroke-paper" strokeWidth="0.5" />
    </g>
  )
}
