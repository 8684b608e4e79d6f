import { boats } from './harbour.ts'

const among = (values: readonly string[]) => ({ type: 'choice', choices: [...new Set(values)] })

/** What European law asks to be known of fish: species, where, when and how it was caught. */
export const traitInputs = (): Record<string, unknown>[] => [
  { code: 'species', name: 'Scientific name' },
  { code: 'allergen', name: 'Allergen', ...among(['Fish', 'Crustaceans', 'Molluscs']) },
  { code: 'vessel', name: 'Vessel', of: ['lots'] },
  { code: 'gear', name: 'Fishing gear', ...among(boats.map(({ gear }) => gear)), of: ['lots'] },
  { code: 'catchArea', name: 'Catch area', ...among(boats.map(({ area }) => area)), of: ['lots'] },
  { code: 'caught', name: 'Caught on', type: 'date', of: ['lots'] },
]
