import { models } from './parts-list.ts'

/** What is said of parts, bikes and bought lots. */
export const traitInputs = (): Record<string, unknown>[] => [
  {
    code: 'colour',
    name: 'Colour',
    type: 'choice',
    choices: [...new Set(models.flatMap(({ colours }) => colours))],
    of: ['units'],
  },
  { code: 'size', name: 'Frame size', type: 'choice', choices: ['S', 'M', 'L', 'XL'] },
  { code: 'material', name: 'Material' },
  { code: 'voltage', name: 'Nominal voltage', type: 'number', measure: 'V', decimals: 0, min: 0 },
  { code: 'capacityWh', name: 'Capacity', type: 'number', measure: 'Wh', decimals: 0, min: 0 },
  { code: 'firmware', name: 'Firmware', description: 'The release that is installed.' },
  { code: 'makerLot', name: 'Lot of the maker', of: ['lots'] },
]
