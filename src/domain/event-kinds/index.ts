import type { AnyEventKind } from '../event-kind.ts'
import { adjust } from './adjust.ts'
import { change } from './change.ts'
import { commission } from './commission.ts'
import { consume } from './consume.ts'
import { correct } from './correct.ts'
import { deliver } from './deliver.ts'
import { dispose } from './dispose.ts'
import { expect } from './expect.ts'
import { find } from './find.ts'
import { hold } from './hold.ts'
import { identify } from './identify.ts'
import { lease } from './lease.ts'
import { leaseReport } from './lease-report.ts'
import { lose } from './lose.ts'
import { measure } from './measure.ts'
import { move } from './move.ts'
import { observe } from './observe.ts'
import { pack } from './pack.ts'
import { pick } from './pick.ts'
import { put } from './put.ts'
import { printLabel } from './print-label.ts'
import { receive } from './receive.ts'
import { release } from './release.ts'
import { replace } from './replace.ts'
import { reserve } from './reserve.ts'
import { returnUnits } from './return.ts'
import { ship } from './ship.ts'
import { repairFinish, repairStart } from './repair.ts'
import { split } from './split.ts'
import { subjectEventKinds, traitEventKinds } from './subjects.ts'
import { take } from './take.ts'
import { unreserve } from './unreserve.ts'
import { finish, start } from './work.ts'

/** Every kind of event; its name has a place among the `kindNames` too. */
const all: readonly AnyEventKind[] = [
  commission,
  expect,
  receive,
  move,
  put,
  take,
  change,
  identify,
  hold,
  release,
  reserve,
  unreserve,
  pick,
  pack,
  ship,
  deliver,
  returnUnits,
  split,
  measure,
  find,
  lose,
  adjust,
  observe,
  dispose,
  replace,
  correct,
  ...subjectEventKinds,
  start,
  finish,
  repairStart,
  repairFinish,
  consume,
  printLabel,
  lease,
  leaseReport,
  ...traitEventKinds,
]

/** Every kind of event by its name. */
export const eventKinds: ReadonlyMap<string, AnyEventKind> = new Map(
  all.map((kind) => [kind.name, kind]),
)
