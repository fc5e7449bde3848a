/** Called by Next once for each process that serves, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { followReaders } = await import('./lib/server/locale/follow-readers')
    followReaders()
  }
}
