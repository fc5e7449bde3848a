import { Earned } from '@/components/portfolio/earned'
import { NetworkName, PositionName } from '@/components/portfolio/named-position'
import { Address, Table, Tag, Td, Th, Time, Tr } from '@/components/ui'
import type { OperatedDevice } from '@/lib/market/operate-page'
import { DeviceState, Share } from './device-health'

const places = {
  row: "max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:gap-y-0.5 max-lg:py-3 max-lg:[grid-template-areas:'name_earned''network_state''owner_month']",
  name: 'max-lg:[grid-area:name] lg:max-w-64',
  network: 'max-lg:[grid-area:network]',
  state: 'max-lg:[grid-area:state] max-lg:text-right',
  earned: 'max-lg:[grid-area:earned]',
  owner: 'max-lg:[grid-area:owner]',
  month: 'max-lg:[grid-area:month]',
}
const cell = 'max-lg:block max-lg:p-0'

/** Devices an account runs: whether each reports, how much of the time, and what it earned. */
export function DevicesTable({ devices, now }: { devices: readonly OperatedDevice[]; now: Date }) {
  return (
    <Table caption="Devices, the silent ones first" className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Th>Device</Th>
          <Th>Network</Th>
          <Th>State</Th>
          <Th numeric>Last report</Th>
          <Th numeric>Up 1 d</Th>
          <Th numeric>7 d</Th>
          <Th numeric>30 d</Th>
          <Th numeric>Earned</Th>
          <Th className="pl-8">Owner</Th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <Device key={device.positionId} device={device} now={now} />
        ))}
      </tbody>
    </Table>
  )
}

function Device({ device, now }: { device: OperatedDevice; now: Date }) {
  const { health, earned, ownedBy } = device
  const { day, week, month } = health.uptime
  return (
    <Tr data-position={device.positionId} className={`hover:bg-sunken ${places.row}`}>
      <Td className={`${cell} ${places.name}`}>
        <PositionName position={device} />
      </Td>
      <Td className={`${cell} ${places.network} lg:whitespace-nowrap`}>
        <NetworkName network={device.network} />
      </Td>
      <Td className={`${cell} ${places.state} text-sm whitespace-nowrap`}>
        <DeviceState health={health} now={now} />
      </Td>
      <Td className="text-right text-sm text-muted max-lg:hidden">
        {health.last ? <Time at={health.last} now={now} /> : '–'}
      </Td>
      <Td numeric className="max-lg:hidden">
        <Share share={health.state === 'never' ? undefined : day} />
      </Td>
      <Td numeric className="max-lg:hidden">
        <Share share={health.state === 'never' ? undefined : week} />
      </Td>
      <Td numeric className={`${cell} ${places.month}`}>
        <span className="font-sans tracking-normal text-muted lg:hidden">up 30 d </span>
        <Share share={health.state === 'never' ? undefined : month} />
      </Td>
      <Td numeric className={`${cell} ${places.earned}`}>
        <Earned amount={earned} />
      </Td>
      <Td className={`${cell} ${places.owner} text-sm text-muted lg:pl-8`}>
        {ownedBy ? (
          <span className="whitespace-nowrap">
            <Tag>sold on</Tag> <Address value={ownedBy} href={`/address/${ownedBy}`} copy={false} />
          </span>
        ) : (
          'yours'
        )}
      </Td>
    </Tr>
  )
}
