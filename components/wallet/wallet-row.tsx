import type { Connector } from 'wagmi'
import { classNames } from '@/components/ui'

/** One wallet to choose: its own icon and name, as it announced them. */
export function WalletRow({
  connector,
  detail,
  pending,
  isCurrent,
  onChoose,
}: {
  connector: Pick<Connector, 'name' | 'icon'>
  detail?: string | undefined
  pending: boolean
  isCurrent: boolean
  onChoose: () => void
}) {
  return (
    <li className="border-t border-rule">
      <button
        type="button"
        onClick={onChoose}
        aria-busy={pending}
        className="flex min-h-14 w-full cursor-pointer items-center gap-3 px-1 py-2 text-left hover:bg-sunken"
      >
        <WalletIcon name={connector.name} icon={connector.icon} />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{connector.name}</span>
          {detail && <span className="block text-sm text-muted">{detail}</span>}
        </span>
        <span className={classNames('text-sm', pending ? 'text-signal-text' : 'text-muted')}>
          {pending ? 'Waiting for the wallet…' : isCurrent ? 'connected' : ''}
        </span>
      </button>
    </li>
  )
}

export function WalletIcon({ name, icon }: { name: string; icon?: string | undefined }) {
  // EIP-6963 icons are data URIs; anything else would tell a stranger who reads this page
  if (icon?.trimStart().startsWith('data:image/'))
    return <img src={icon.trim()} alt="" className="size-8 shrink-0 rounded" />
  return (
    <span
      aria-hidden
      className="figures grid size-8 shrink-0 place-items-center rounded border border-dashed border-control text-sm"
    >
      {name
        .replace(/^Demo /, '')
        .slice(0, 1)
        .toUpperCase()}
    </span>
  )
}
