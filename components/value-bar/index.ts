export { describeValue, type ValueInterval } from './describe-value'
export { Gap } from './gap'
export { ValueBar } from './value-bar'
export { ValueLegend } from './value-legend'
