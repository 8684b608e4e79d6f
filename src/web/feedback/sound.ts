import type { Verdict } from './verdict.ts'

interface Note {
  readonly hertz: number
  /** Seconds after the first note. */
  readonly at: number
  readonly seconds: number
  readonly wave: OscillatorType
}

/** Told apart by pitch, rhythm and timbre, so that nobody has to look. */
const sounds: Record<Verdict | 'heard', readonly Note[]> = {
  heard: [{ hertz: 2100, at: 0, seconds: 0.018, wave: 'sine' }],
  done: [
    { hertz: 880, at: 0, seconds: 0.07, wave: 'sine' },
    { hertz: 1318, at: 0.075, seconds: 0.11, wave: 'sine' },
  ],
  needs: [
    { hertz: 620, at: 0, seconds: 0.12, wave: 'triangle' },
    { hertz: 620, at: 0.19, seconds: 0.12, wave: 'triangle' },
  ],
  refused: [
    { hertz: 196, at: 0, seconds: 0.16, wave: 'square' },
    { hertz: 147, at: 0.17, seconds: 0.3, wave: 'square' },
  ],
}

const storageKey = 'seriatim.sound'
let context: AudioContext | undefined

export const isSoundOn = (): boolean => localStorage.getItem(storageKey) !== 'off'

export const switchSound = (isOn: boolean): void =>
  localStorage.setItem(storageKey, isOn ? 'on' : 'off')

/** A browser lets sound out only after a person has touched the page: call it on each touch. */
export function unlockSound(): void {
  context ??= new AudioContext({ latencyHint: 'interactive' })
  if (context.state === 'suspended') void context.resume()
}

/** Plays at once; silent where sound is off or not allowed yet. */
export function playSound(name: keyof typeof sounds): void {
  if (context?.state !== 'running' || !isSoundOn()) return
  for (const note of sounds[name]) playNote(context, note)
}

function playNote(audio: AudioContext, { hertz, at, seconds, wave }: Note): void {
  const start = audio.currentTime + at
  const oscillator = new OscillatorNode(audio, { type: wave, frequency: hertz })
  const gain = new GainNode(audio, { gain: 0 })
  const loudness = wave === 'square' ? 0.09 : 0.2
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness, start + 0.004)
  gain.gain.setTargetAtTime(0, start + seconds, 0.02)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(start)
  oscillator.stop(start + seconds + 0.15)
}
