/** What stopped the agent, and what its operator can do. */
export class AgentError extends Error {
  override readonly name = 'AgentError'
  constructor(
    message: string,
    /** one sentence: what to do now */
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
