import { forge } from './forge'

/*
 * Every contract test with one fixed seed, the gas figures held to the committed ones; then the P-256 tests and the
 * mutations of a registration once more, on a hard fork without the precompile.
 */

process.exitCode =
  forge(['test'], { FORGE_SNAPSHOT_CHECK: 'true' }) ||
  forge(['test', '--match-contract', '^(P256|RegisterMutations)'], { FOUNDRY_PROFILE: 'fallback' })
