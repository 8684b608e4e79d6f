import { expect, test } from 'vitest'
import { layouts, scannerPresses } from '../../../test/support/scanner.ts'
import { calibrationText, linearCalibrationText, readCalibration } from './calibration.ts'
import type { KeyStroke } from './key-stroke.ts'

/** The key presses of a scanner that types a code, so many milliseconds apart. */
function strokes(code: string, layout: string, { capsLock = false, gapMs = 5 } = {}): KeyStroke[] {
  return scannerPresses(code, layout, capsLock).map((press, index) => ({
    ...press,
    alt: false,
    time: index * gapMs,
  }))
}

test.each(Object.keys(layouts))(
  'one symbol tells how to read a scanner under the layout %s',
  (layout) => {
    for (const capsLock of [false, true]) {
      const { profile, findings } = readCalibration(strokes(calibrationText, layout, { capsLock }))
      expect(profile).toMatchObject({ prefix: '', suffix: '', endKey: 'Enter', gapMsMax: 50 })
      expect(findings).toContain('separatorKept')
      const isPlain = layout === 'us' && !capsLock
      expect(profile!.reading).toBe(isPlain ? undefined : 'place')
      expect(findings.includes('capsLock')).toBe(layout === 'us' && capsLock)
    }
  },
)

test('what stands around codes, lost separators and slow scanners are found', () => {
  const around = readCalibration(strokes(`$${calibrationText}#`, 'us'))
  expect(around.profile).toMatchObject({ prefix: '$', suffix: '#' })
  const aim = readCalibration(strokes(`]d1${calibrationText}`, 'us'))
  expect(aim.profile).toMatchObject({ prefix: '' })
  expect(aim.findings).toContain('identifierOn')
  const lost = readCalibration(strokes(calibrationText.replace('\u001d', ''), 'de'))
  expect(lost.findings).toContain('separatorLost')
  const spelled = readCalibration(strokes(calibrationText.replace('\u001d', '{GS}'), 'us'))
  expect(spelled.findings).toContain('separatorOther')
  const slow = readCalibration(strokes(linearCalibrationText, 'us', { gapMs: 100 }))
  expect(slow.profile).toMatchObject({ gapMsMax: 150 })
  const endless = readCalibration(strokes(linearCalibrationText, 'us').slice(0, -1))
  expect(endless.profile!.endKey).toBeUndefined()
  expect(endless.findings).toContain('noEnd')
})

test('a scan of something else is no calibration', () => {
  const { profile, findings } = readCalibration(strokes('4006381333931', 'us'))
  expect(profile).toBeUndefined()
  expect(findings).toEqual(['wrong'])
})
