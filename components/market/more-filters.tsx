'use client'

import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Fields that are always there on wide screens, and behind a button on narrow ones. */
export function MoreFilters({ count, children }: { count: number; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <div className="mt-6 lg:hidden" data-print="hide">
        <Button
          className="w-full"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen((before) => !before)}
        >
          Filters{count > 0 && ` (${count})`}
          <span aria-hidden>{isOpen ? '−' : '+'}</span>
        </Button>
      </div>
      <div
        id={id}
        data-folded={!isOpen}
        className="col-span-2 grid grid-cols-2 items-start gap-x-3 gap-y-2 data-[folded=true]:max-lg:hidden sm:grid-cols-4 lg:contents"
      >
        {children}
      </div>
    </>
  )
}
