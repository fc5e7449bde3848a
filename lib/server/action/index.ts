export { publicAction } from './public-action'
export { type SignedInContext, signedInAction } from './signed-in-action'
