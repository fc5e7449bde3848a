export { CellMap } from './cell-map'
export { CellsMap } from './cells-map'
