import type { EngineInputs, EngineSettings } from '@/lib/valuation/engine/inputs'
import type { EngineValuation } from '@/lib/valuation/engine/value-with-engine'

/** What a thread is asked. */
export type ThreadTask = { inputs: EngineInputs; settings: EngineSettings }

/** What it answers, one answer to each task. */
export type ThreadAnswer =
  | { ok: true; valuation: EngineValuation }
  | { ok: false; message: string; fields: Record<string, string> | undefined }
