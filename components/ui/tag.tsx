import type { ComponentProps } from 'react'
import { classNames } from './class-names'

const looks = {
  /** a fact: category, kind */
  plain: 'border-rule text-muted',
  /** can be acted on */
  signal: 'border-signal bg-signal-wash text-signal-text',
  /** not an observation: dashed, so that it reads without colour */
  demonstration: 'border-dashed border-control text-muted',
  /** a warning before money moves */
  warning: 'border-loss bg-loss-wash text-loss',
}

/** A short label. */
export function Tag({
  look = 'plain',
  className,
  ...rest
}: ComponentProps<'span'> & { look?: keyof typeof looks }) {
  return (
    <span
      {...rest}
      className={classNames(
        'inline-flex items-center rounded border px-1.5 text-xs leading-[1.125rem] whitespace-nowrap',
        looks[look],
        className,
      )}
    />
  )
}

/** Stands wherever something shown is a demonstration and not an observation. */
export function Demonstration({ short }: { short?: boolean }) {
  return (
    <Tag look="demonstration" title="A demonstration made for this chain, not an observed device">
      {short ? 'demo' : 'demonstration'}
    </Tag>
  )
}
