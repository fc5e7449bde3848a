import { testPostgresUrl } from './postgres-server'

/** One PostgreSQL for all integration tests of a run; test workers inherit its address. It ends with the run. */
export async function setup(): Promise<void> {
  process.env.HOTSWAP_TEST_POSTGRES = await testPostgresUrl()
}
