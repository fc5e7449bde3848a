export { CellMap } from './cell-map'
