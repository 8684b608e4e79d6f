import type { Outline } from './mark.ts'
import { readPath } from './svg-path.ts'
import type { HandlingSymbol } from './handling-words.ts'

/**
 * Signs for handling in a space of 100 × 100, drawn for Seriatim after what ISO 780 and the rules
 * for dangerous goods ask to be shown. Inner outlines run against the outer ones: they are holes.
 */
const drawings: Readonly<Record<HandlingSymbol, readonly string[]>> = {
  // A glass with a crack.
  fragile: [
    'M28 14H72C73 34 70 52 54 57V78H66C69 78 70 80 70 86H30C30 80 31 78 34 78H46V57',
    'C30 52 27 34 28 14Z M56 18L46 30L54 34L48 46L62 32L54 28L60 18Z',
  ],
  // Two arrows on a line.
  this_way_up: ['M29 12L47 36H36V74H22V36H11Z M71 12L89 36H78V74H64V36H53Z M10 82H90V90H10Z'],
  // An umbrella under drops.
  keep_dry: [
    'M12 58C14 34 30 22 47 21V16H53V21C70 22 86 34 88 58C82 51 74 51 69 58',
    'C64 51 58 51 53 57V78C53 90 36 92 33 80L39 78C41 84 47 83 47 78V57',
    'C42 51 36 51 31 58C26 51 18 51 12 58Z M20 8L25 20H15Z M38 4L42 14H34Z',
    'M66 4L70 14H62Z M82 10L87 22H77Z',
  ],
  // A sun that a roof keeps off a box.
  keep_from_sunlight: [
    'M38 12C38 5 62 5 62 12C62 26 38 26 38 12Z M16 12H32V16H16Z M68 12H84V16H68Z',
    'M26 29L36 22L38 26L28 33Z M74 29L64 22L62 26L72 33Z',
    'M50 34L94 60L90 66L50 42L10 66L6 60Z M26 66H74V92H26Z M32 72V86H68V72Z',
  ],
  // A thermometer between two limits.
  temperature_limits: [
    'M44 14C44 6 56 6 56 14V62C66 68 66 90 50 90C34 90 34 68 44 62Z',
    'M49 30V66C41 69 42 84 50 84C58 84 59 69 51 66V30Z M64 20H88V25H64Z M64 50H88V55H64Z',
    'M12 50H36V55H12Z M12 20H36V25H12Z',
  ],
  // A crystal of ice.
  keep_frozen: [
    'M47 8H53V92H47Z M8 47H92V53H8Z M21 17L83 79L79 83L17 21Z M79 17L83 21L21 83L17 79Z',
    'M36 14L50 26L64 14L60 10L50 19L40 10Z M36 86L50 74L64 86L60 90L50 81L40 90Z',
    'M14 36L26 50L14 64L10 60L19 50L10 40Z M86 36L74 50L86 64L90 60L81 50L90 40Z',
  ],
  // Two boxes, the upper one struck out.
  do_not_stack: [
    'M26 58H74V92H26Z M32 64V86H68V64Z M26 14H74V48H26Z M32 20V42H68V20Z',
    'M14 6L90 54L86 60L10 12Z M86 6L90 12L14 60L10 54Z',
  ],
  // A cell with its poles and a flame in a hatched frame.
  lithium_battery: [
    'M4 4H20L12 12H12V20L4 28Z M28 4H44L36 12H20Z M52 4H68L60 12H44Z M76 4H92L84 12H68Z',
    'M96 8V24L88 32V16Z M96 40V56L88 64V48Z M96 72V88L88 96V80Z M72 96H56L64 88H80Z',
    'M48 96H32L40 88H56Z M24 96H8L16 88H32Z M4 60V44L12 36V52Z M4 92V76L12 68V84Z',
    'M24 40H34V34H44V40H50V76H24Z M29 46V52H45V46Z',
    'M66 28C78 42 82 52 78 64C76 72 62 74 58 66C54 58 60 52 62 44C65 48 66 52 66 56',
    'C69 48 69 38 66 28Z',
  ],
}

/** Width and height of the space that the signs are drawn in. */
export const handlingSpace = 100

/** The outline of a sign. */
export function handlingOutline(symbol: HandlingSymbol): Outline {
  const outline = readPath(drawings[symbol].join(' '))
  if ('key' in outline) throw new Error(`${symbol}: ${outline.key}`)
  return outline
}
