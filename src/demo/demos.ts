import { tellBikeStory } from './bikes/story.ts'
import type { Wish } from './diary.ts'
import { tellFishStory } from './fish/story.ts'

/** A company to look around in. */
export interface Demo {
  /** Key of its company. */
  readonly company: string
  /** Name of the company, as people see it. */
  readonly name: string
  /**
   * All that happened there in a year, in the order of recording.
   *
   * @param seed the same seed tells the same story
   * @param until when the story ends, in milliseconds UTC
   */
  readonly tell: (seed: number, until: number) => Wish[]
}

/** The demo companies. */
export const demos = {
  bikes: { company: 'demo_bikes', name: 'Tidewheel Bikes', tell: tellBikeStory },
  fish: { company: 'demo_fish', name: 'Skerrow Fish', tell: tellFishStory },
} as const satisfies Record<string, Demo>
