import type { Outputs, Unit } from '../../client/web-client.ts'

type Meaning = Outputs['resolveScan']
type Candidate = Meaning['candidates'][number]

/** What a scan is to somebody at work: the likeliest meaning that work can use. */
export type WorkScan =
  | { readonly is: 'unit'; readonly unit: Unit }
  | { readonly is: 'location' | 'order' | 'party' | 'item'; readonly code: string }
  | { readonly is: 'run'; readonly name: string; readonly quantity: number | null }
  | { readonly is: 'new'; readonly candidate: Candidate }

const subjects: readonly string[] = ['location', 'order', 'party', 'item']

/** Reads a meaning as work does; a code that nobody knows is something new. */
export function workScan({ candidates }: Meaning): WorkScan {
  for (const { unit, ref, run, kind, known } of candidates) {
    if (run) return { is: 'run', ...run }
    if (unit && known) return { is: 'unit', unit }
    if (known && ref?.code && subjects.includes(kind)) {
      return { is: kind as 'location', code: ref.code }
    }
  }
  return { is: 'new', candidate: candidates[0]! }
}
