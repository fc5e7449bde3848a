import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PositionView } from '@/components/position/position-view'
import { readPanelSettings } from '@/lib/server/positions/read-panel-settings'
import { readPositionPage } from '@/lib/server/positions/read-position-page'

type Props = { params: Promise<{ id: string }> }

const read = cache(async (id: string) => {
  const page = /^[1-9]\d{0,14}$/.test(id) ? await readPositionPage(Number(id)) : undefined
  return page ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const { facts } = await read(id)
  return { title: `${facts.document?.name ?? `Position ${id}`} #${id}` }
}

export default async function Position({ params }: Props) {
  const { id } = await params
  return <PositionView page={await read(id)} settings={readPanelSettings()} />
}
