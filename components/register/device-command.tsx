import { CopyButton } from '@/components/ui'
import type { RegistrationView } from './registration-view'

/** The commands that make a device answer, exactly as they are to be run. */
export function DeviceCommand({
  origin,
  view,
}: {
  origin: string
  view: Pick<RegistrationView, 'id' | 'owner'>
}) {
  return (
    <div className="grid gap-2">
      <p>Run this on the device, in a copy of this repository. If it has no key yet, make one first:</p>
      <Command text="npm run device -- keygen" />
      <Command
        text={`npm run device -- prove --url ${origin} --challenge ${view.id} --owner ${view.owner}`}
      />
      <p className="text-sm text-muted">
        The agent reads the claim, says in words what it is, signs it only if you are its owner, and posts the
        signature. The key never leaves the machine.
      </p>
    </div>
  )
}

function Command({ text }: { text: string }) {
  return (
    <div className="flex items-start gap-2 rounded border border-control bg-sunken py-1.5 pr-2 pl-4">
      <code className="figures min-w-0 flex-1 self-center text-sm break-all">{text}</code>
      <CopyButton text={text} what="command" />
    </div>
  )
}
