import { groupSeparator, readByLayout, readByPlace } from './decode.ts'
import { isSilent, type KeyStroke } from './key-stroke.ts'
import { usualScanner, type ScannerProfile } from './scanner-profile.ts'

const begin = 'SRT:CAL:'
const end = ':END'

/** Letters that lie elsewhere on other keyboards, and the signs that codes have. */
const signs = `AZaz09 yzYZqwQW;'"@#_-+=/\\?!&*()<>,.`
/** What the square calibration symbol holds: every kind of character, and a separator. */
export const calibrationText = `${begin}${signs}${groupSeparator}GS${end}`
/** The same for scanners that read bars only, without a separator. */
export const linearCalibrationText = `${begin}AZaz09-yzYZ_${end}`

/** What the calibration found; each has its sentence in the texts. */
export type CalibrationFinding =
  | 'good'
  | 'byPlace'
  | 'byLayout'
  | 'capsLock'
  | 'separatorKept'
  | 'separatorLost'
  | 'separatorOther'
  | 'identifierOn'
  | 'identifierOff'
  | 'noEnd'
  | 'wrong'

export interface Calibration {
  /** What to keep; `undefined` where the scanner cannot be understood. */
  readonly profile: ScannerProfile | undefined
  readonly findings: readonly CalibrationFinding[]
  /** What arrived, for people who help. */
  readonly received: string
}

/** AIM identifiers in front of the two symbols. */
const identifier = /^\](?:d1|C0|Q1)$/

/** The text before and after a calibration, if one is in what arrived. */
function find(received: string): { prefix: string; body: string; suffix: string } | undefined {
  const start = received.indexOf(begin)
  const finish = received.indexOf(end, start)
  if (start < 0 || finish < 0) return undefined
  return {
    prefix: received.slice(0, start),
    body: received.slice(start, finish + end.length),
    suffix: received.slice(finish + end.length),
  }
}

/** Whether a text is one of the calibrations, but for the separator. */
function separatorIn(body: string): 'separatorKept' | 'separatorLost' | 'separatorOther' | null {
  if (body === linearCalibrationText) return null
  if (body === calibrationText) return 'separatorKept'
  const [before = '', after = ''] = calibrationText.split(groupSeparator)
  if (body === before + after) return 'separatorLost'
  const isOther = body.startsWith(before) && body.endsWith(after)
  return isOther ? 'separatorOther' : null
}

const isWhole = (body: string): boolean =>
  body === linearCalibrationText || separatorIn(body) !== null

/** Learns how a scanner types from the key presses of one calibration symbol. */
export function readCalibration(all: readonly KeyStroke[]): Calibration {
  const last = all.findLast((stroke) => !isSilent(stroke))
  const hasEnd = last?.key === 'Enter' || last?.key === 'Tab'
  const strokes = hasEnd ? all.slice(0, all.lastIndexOf(last)) : all
  const byPlace = readByPlace(strokes) ?? ''
  const byLayout = readByLayout(strokes) ?? ''
  const place = find(byPlace)
  const layout = find(byLayout)
  const isByPlace = place !== undefined && isWhole(place.body)
  const isByLayout = layout !== undefined && isWhole(layout.body)
  const found = isByPlace ? place : isByLayout ? layout : undefined
  if (found === undefined) {
    return { profile: undefined, findings: ['wrong'], received: byLayout || byPlace }
  }
  const { prefix, body, suffix } = found
  const hasIdentifier = identifier.test(prefix)
  const separator = separatorIn(body)
  const findings: CalibrationFinding[] = ['good']
  if (isByPlace && !isByLayout)
    findings.push(isCapsLock(byPlace, byLayout) ? 'capsLock' : 'byPlace')
  if (!isByPlace) findings.push('byLayout')
  if (separator !== null) findings.push(separator)
  findings.push(hasIdentifier ? 'identifierOn' : 'identifierOff')
  if (!hasEnd) findings.push('noEnd')
  const gaps = strokes.slice(1).map(({ time }, index) => time - strokes[index]!.time)
  return {
    profile: {
      reading: isByPlace === isByLayout ? undefined : isByPlace ? 'place' : 'layout',
      // An AIM identifier is data; whatever else stands around a code is not.
      prefix: hasIdentifier ? '' : prefix,
      suffix,
      endKey: hasEnd ? last.key : undefined,
      gapMsMax: Math.max(usualScanner.gapMsMax, Math.ceil(Math.max(0, ...gaps) * 1.5)),
    },
    findings,
    received: isByPlace ? byPlace : byLayout,
  }
}

const isCapsLock = (byPlace: string, byLayout: string): boolean =>
  byPlace !== byLayout && byPlace.toUpperCase() === byLayout.toUpperCase()
