import { forge } from './forge'

/* Renews the committed gas figures (contracts/snapshots); `npm run contracts:test` checks them. */

process.exitCode = forge(['test', '--match-contract', '^Gas'], { FORGE_SNAPSHOT_EMIT: 'true' })
