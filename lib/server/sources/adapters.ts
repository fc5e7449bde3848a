import { contractAdapter } from './contract/contract-adapter'
import { csvAdapter } from './csv/csv-adapter'
import { jsonAdapter } from './json/json-adapter'

/** Every kind of source there is. A new kind is a module of its own, and a line here. */
export const adapters = { csv: csvAdapter, json: jsonAdapter, contract: contractAdapter } as const
