/** The present and where days begin for the reader, as a search needs to know them. */
export const searchClock = (): { now: number; timeZoneOffsetMinutes: number } => ({
  now: Date.now(),
  timeZoneOffsetMinutes: timeZoneOffsetMinutes(),
})

/** Minutes east of UTC. */
export const timeZoneOffsetMinutes = (): number => -new Date().getTimezoneOffset()
