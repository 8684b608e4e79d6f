/** Fewest and most characters of a password; no more rules, so that people can take words. */
export const passwordLength = { least: 12, most: 128 } as const
