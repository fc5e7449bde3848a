import fc from 'fast-check'

/** Property tests draw from one seed, so that a red run is red again; FC_RUNS asks for more draws, FC_SEED for others. */
fc.configureGlobal({
  seed: Number(process.env.FC_SEED ?? 31_337),
  ...(process.env.FC_RUNS && { numRuns: Number(process.env.FC_RUNS) }),
})
