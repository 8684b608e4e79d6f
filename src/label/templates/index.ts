import texts from '../../i18n/en/templates.json' with { type: 'json' }
import { template, type Template } from '../template.ts'
import { bin70x30, foodPortion, pallet102x152, shelf100x38 } from './places-and-loads.ts'
import { sheets } from './sheets.ts'
import { assetTag, cableWrap, healthcareUdi, tiny12x12, unit51x25, unit57x32 } from './unit.ts'

/** Templates that every company has; its own ones are kept beside them. */
export const readyTemplates: readonly Template[] = [
  unit51x25,
  unit57x32,
  tiny12x12,
  cableWrap,
  assetTag,
  shelf100x38,
  bin70x30,
  pallet102x152,
  foodPortion,
  healthcareUdi,
  ...sheets,
].map((one) => template.parse({ ...one, title: texts.title[one.name] }))
