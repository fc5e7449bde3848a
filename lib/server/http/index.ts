export { handle } from './handle'
export { refuse, respond } from './respond'
