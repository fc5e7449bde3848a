import type { BasketStep, BasketSteps } from './compute'

/** What a thread is asked. */
export type ThreadTask = { id: number; step: BasketStep; task: BasketSteps[BasketStep]['task'] }

/** What it answers, one answer to each task. */
export type ThreadAnswer =
  | { id: number; ok: true; value: BasketSteps[BasketStep]['answer'] }
  | { id: number; ok: false; message: string /** what was asked was out of range */; isInput: boolean }
