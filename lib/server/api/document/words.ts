import type { Tag } from '../operation'

/** Version of the API; the number before the first dot is the one in its paths. */
export const VERSION = '1.0.0'

export const tagDescriptions: Readonly<Record<Tag, string>> = {
  Market: 'Positions and the orders on them.',
  Valuation: 'What a position is worth, recomputable to the cent.',
  Networks: 'The networks devices work for, with what was published of them.',
  Record: 'What happened, and what is happening.',
  Devices: 'What devices send: proofs and reports.',
  Service: 'Whether we serve.',
}

export const refusalNames: Readonly<Record<number, string>> = {
  400: 'The request breaks a rule; `error.fields` says which.',
  403: 'Not yours to do.',
  404: 'There is no such thing here.',
  409: 'The world has moved on; `error.name` says how.',
  413: 'The body is too large.',
  415: 'The body is not declared as JSON.',
  429: 'More than a client may ask for in a while; try again after the seconds of Retry-After.',
  503: 'A part we depend on does not answer; try again in a while.',
}
