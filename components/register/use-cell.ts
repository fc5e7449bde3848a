'use client'

import { useEffect, useState } from 'react'
import { RESOLUTION } from './cell-of'
import type { Place } from './place-of'

/** A public cell with the outlines of it and its neighbours: [latitude, longitude] corners. */
export type CellShape = { cell: string; outline: [number, number][]; around: [number, number][][] }

/**
 * The H3 cell a point lies in, worked out in this browser, so that the point itself is never sent. The geometry code
 * is loaded with the first point.
 */
export function useCell(place: Place | undefined): CellShape | undefined {
  const [shape, setShape] = useState<CellShape>()
  const latitude = place?.latitude
  const longitude = place?.longitude
  useEffect(() => {
    if (latitude === undefined || longitude === undefined) return setShape(undefined)
    let isOver = false
    void import('h3-js').then(({ latLngToCell, cellToBoundary, gridDisk }) => {
      if (isOver) return
      const cell = latLngToCell(latitude, longitude, RESOLUTION)
      setShape({
        cell,
        outline: cellToBoundary(cell),
        around: gridDisk(cell, 1)
          .filter((it) => it !== cell)
          .map((it) => cellToBoundary(it)),
      })
    })
    return () => {
      isOver = true
    }
  }, [latitude, longitude])
  return shape
}
