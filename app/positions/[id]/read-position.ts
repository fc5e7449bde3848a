import { notFound } from 'next/navigation'
import { cache } from 'react'
import { readPositionPage } from '@/lib/server/positions/read-position-page'

/** The position an address names, read once a request; one that does not exist is a page that does not. */
export const readPosition = cache(async (id: string) => {
  const page = /^[1-9]\d{0,14}$/.test(id) ? await readPositionPage(Number(id)) : undefined
  return page ?? notFound()
})
