'use client'

import { useQuery } from '@tanstack/react-query'
import { useRuntime } from './runtime-context'

const AGAIN_MS = 2_000

/** How deep a block lies, up to the depth from which on the chain does not undo it. */
export function Finality({ blockNumber }: { blockNumber: number }) {
  const { client, chain } = useRuntime()
  const { finalityDepth } = chain
  const { data: head } = useQuery({
    queryKey: ['head'],
    queryFn: async () => Number(await client.getBlockNumber({ cacheTime: 0 })),
    refetchInterval: ({ state }) =>
      state.data !== undefined && state.data - blockNumber >= finalityDepth ? false : AGAIN_MS,
  })
  if (head === undefined) return null
  const depth = Math.min(Math.max(head - blockNumber, 0), finalityDepth)
  if (depth === finalityDepth)
    return (
      <p className="text-sm text-muted">
        Final: <span className="figures">{finalityDepth}</span> blocks deep.
      </p>
    )
  return (
    <div className="grid max-w-72 gap-1 text-sm text-muted">
      <p>
        <span className="figures">
          {depth} of {finalityDepth}
        </span>{' '}
        blocks until it is final
      </p>
      <div aria-hidden className="h-px bg-rule">
        <div className="h-px bg-ink" style={{ width: `${(depth / finalityDepth) * 100}%` }} />
      </div>
    </div>
  )
}
