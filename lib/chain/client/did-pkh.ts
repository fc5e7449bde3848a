export { didPkh } from '../identity/did-pkh'
