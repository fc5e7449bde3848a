import { Button, Select } from '@/components/ui'

/** Whose orders: a form of its own address, so that it works before any script does. */
export function ChooseNetwork({
  choices,
  chosen,
}: {
  choices: readonly { slug: string; name: string }[]
  chosen: string
}) {
  return (
    <form action="/lab/auctions" className="flex max-w-md items-end gap-3">
      <div className="grow">
        <label htmlFor="auction-network" className="mb-1 block text-sm text-muted">
          Network
        </label>
        <Select id="auction-network" name="of" defaultValue={chosen} key={chosen}>
          {choices.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit">Show its orders</Button>
    </form>
  )
}
