import { IncomingMessage, Server } from 'node:http'
import { setLocaleSource } from '@/lib/core/locale/locale-source'
import { forPeer } from '../http/peer'
import { forReader, readerStyle } from './reader-style'
import { styleOfHeader } from './style-of-header'

const FOLLOWED = Symbol.for('hotswap.follows-readers')
const prototype: Server & { [FOLLOWED]?: true } = Server.prototype

/**
 * Every HTTP request of this process is answered in the context of who asks: the address it came from, by which the API
 * counts, and its reader's locale: server components, the
 * rendering of client components, streamed parts and actions all write figures their way, synchronously and without
 * being told. It is how OpenTelemetry gives each request its context; called a second time it does nothing.
 */
export function followReaders(): void {
  setLocaleSource(readerStyle)
  if (prototype[FOLLOWED]) return
  prototype[FOLLOWED] = true
  const emit = prototype.emit
  prototype.emit = function (this: Server, event: string | symbol, ...values: unknown[]): boolean {
    const [request] = values
    const answer = () => Reflect.apply(emit, this, [event, ...values]) as boolean
    return event === 'request' && request instanceof IncomingMessage
      ? forPeer(request.socket.remoteAddress, () =>
          forReader(styleOfHeader(request.headers['accept-language']), answer),
        )
      : answer()
  }
}
