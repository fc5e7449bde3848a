'use client'

import { Button, Field, Input, Select } from '@/components/ui'
import { writeTyped } from '@/lib/core/locale/read-typed'
import { CellPreview } from './cell-preview'
import { cities } from './cities'
import type { RegisterDraft } from './register-draft'
import type { CellShape } from './use-cell'

/** Where the device stands, as a public cell: by city or by coordinates. */
export function PlaceField({
  draft,
  change,
  shape,
  error,
}: {
  draft: RegisterDraft
  change: (part: Partial<RegisterDraft>) => void
  shape: CellShape | undefined
  error?: string | undefined
}) {
  function locate() {
    navigator.geolocation?.getCurrentPosition(({ coords }) =>
      change({
        city: 'coordinates',
        latitude: writeTyped(coords.latitude.toFixed(4)),
        longitude: writeTyped(coords.longitude.toFixed(4)),
      }),
    )
  }
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-[1fr_auto]">
      <div className="grid content-start gap-4">
        <Field label="Place" error={error}>
          {(control) => (
            <Select
              {...control}
              value={draft.city}
              onChange={(event) => change({ city: event.target.value })}
            >
              <option value="">Choose a city…</option>
              <option value="coordinates">Latitude and longitude</option>
              <optgroup label="Cities">
                {cities.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </optgroup>
            </Select>
          )}
        </Field>
        {draft.city === 'coordinates' && (
          <div className="grid grid-cols-2 gap-4">
            <Field label="Latitude" hint="North is positive">
              {(control) => (
                <Input
                  {...control}
                  className="figures"
                  inputMode="decimal"
                  placeholder={writeTyped('52.5200')}
                  value={draft.latitude}
                  onChange={(event) => change({ latitude: event.target.value })}
                />
              )}
            </Field>
            <Field label="Longitude" hint="East is positive">
              {(control) => (
                <Input
                  {...control}
                  className="figures"
                  inputMode="decimal"
                  placeholder={writeTyped('13.4050')}
                  value={draft.longitude}
                  onChange={(event) => change({ longitude: event.target.value })}
                />
              )}
            </Field>
            <Button size="sm" className="justify-self-start" onClick={locate}>
              Use where I am
            </Button>
          </div>
        )}
        <p className="text-sm text-muted">
          Public is only the H3 cell at resolution 5, about 250 km². It is worked out in this browser: the
          point itself is never sent.
        </p>
      </div>
      {/* the space is kept, so that nothing shifts when the cell appears */}
      <div className="flex items-center gap-4 sm:w-33 sm:flex-col sm:gap-1">
        {shape ? (
          <>
            <CellPreview shape={shape} />
            <span className="figures text-xs text-muted">{shape.cell}</span>
          </>
        ) : (
          <span className="hidden h-38 sm:block" />
        )}
      </div>
    </div>
  )
}
