import { describe, expect, it } from 'vitest'
import { feed, isScanAfterSilence, noBurst, type Burst, type Fed } from './burst.ts'
import { readByPlace } from './decode.ts'
import type { KeyStroke } from './key-stroke.ts'
import { usualScanner } from './scanner-profile.ts'

const stroke = (key: string, time: number): KeyStroke => ({
  key,
  code: /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key,
  shift: /^[A-Z]$/.test(key),
  ctrl: false,
  alt: false,
  time,
})

/** Feeds keys, each so many milliseconds after the one before. */
function type(keys: readonly string[], gapMs: number, profile = usualScanner): Fed[] {
  let burst: Burst = noBurst
  return keys.map((key, index) => {
    const fed = feed(burst, stroke(key, index * gapMs), profile)
    burst = fed.burst
    return fed
  })
}

describe('a scanner', () => {
  it('is told from a hand by its speed, and ended by Enter', () => {
    const fed = type([...Array.from('SN12345'), 'Enter'], 8)
    expect(readByPlace(fed.at(-1)!.scan!)).toBe('SN12345')
    // The first three presses are let through: they may be a hand's, and are taken back later.
    expect(fed.map(({ isSwallowed }) => (isSwallowed ? 'x' : '.')).join('')).toBe('...xxxxx')
  })

  it('is ended by silence where it sends no key for it', () => {
    const { burst } = type(Array.from('SN12345'), 8).at(-1)!
    expect(isScanAfterSilence(burst, usualScanner)).toBe(true)
    const { burst: short } = type(Array.from('SN123'), 8).at(-1)!
    expect(isScanAfterSilence(short, usualScanner)).toBe(false)
    expect(isScanAfterSilence(burst, { ...usualScanner, endKey: 'Enter' })).toBe(false)
  })

  it('may be as slow as was learnt', () => {
    const keys = [...Array.from('SN12345'), 'Enter']
    expect(type(keys, 90).at(-1)!.scan).toBeUndefined()
    expect(type(keys, 90, { ...usualScanner, gapMsMax: 150 }).at(-1)!.scan).toHaveLength(7)
  })
})

describe('a hand', () => {
  it('types what it likes', () => {
    const fed = type([...Array.from('SN12345'), 'Enter'], 110)
    expect(fed.some(({ isSwallowed, scan }) => isSwallowed || scan)).toBe(false)
  })

  it('may roll over three keys', () => {
    const fed = type(Array.from('THE'), 20)
    expect(fed.some(({ isSwallowed }) => isSwallowed)).toBe(false)
  })
})
