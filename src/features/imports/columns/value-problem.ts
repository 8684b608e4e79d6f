import { fillSentence } from '../../../files/read/problem.ts'
import type { Facts, Problem } from '../../../files/read/problem.ts'

/**
 * Everything that can be wrong with a value or a row, as one closed list: a stable code and a
 * sentence that says what to do. Those that refuse the row and those that only warn stand together,
 * as some do either.
 */
export const valueProblems = {
  item_missing:
    'The row names no item. Give its code, GTIN or name, or one item for the whole file.',
  item_by_name:
    'The row has neither code nor GTIN, so the item is known by its name, {name}. Compare it with the source.',
  serial_missing: 'The row has no serial. Give one, or let the units be numbered.',
  serial_placeholder:
    '"{value}" stands for a missing serial. Read the serial from the thing, or leave it blank.',
  serial_repeated: 'The serial {value} stands on line {first} already. Keep one of the two rows.',
  serial_look_alike:
    'The serial {value} looks like {other} on line {first}. Compare both with their labels.',
  item_repeated: 'The item {value} stands on line {first} already; this row is a repeat.',
  location_missing: 'The row names no location. Give its code.',
  location_repeated: 'The location {value} stands on line {first} already; this row is a repeat.',
  party_missing: 'The row names no party. Give its code or name.',
  party_repeated: 'The party {value} stands on line {first} already; this row is a repeat.',
  identifier_unusable: 'The number {problem}. Type it anew.',
  identifier_placeholder: '"{value}" stands for a missing number; it was left out.',
  identifier_digits_lost:
    'A spreadsheet has shortened this number to {value}. Format the column as text and export it again.',
  formula_error: 'The cell holds the error {value} of a formula. Repair it in the spreadsheet.',
  gtin_invalid: '"{value}" is not a GTIN. Give 8, 12, 13 or 14 digits.',
  gtin_check_digit:
    'The check digit of the GTIN {value} is wrong: it ends in {given}, and {expected} would fit. Compare it with the source.',
  gtin_zeros_restored: 'The GTIN {value} had lost its leading zeros; it was read as {gtin}.',
  gln_invalid: '"{value}" is not a GLN. Give 13 digits with the right check digit.',
  pack_check_digit:
    'The check digit of the pack number {value} is wrong: it ends in {given}, and {expected} would fit. The number was left out.',
  packs_unreadable: 'The pack numbers cannot be read; they were left out.',
  date_unreadable: '"{value}" is not a date. Write it as 2024-12-31.',
  date_impossible: 'There is no such day as {value}. Correct it.',
  date_ambiguous:
    '{value} can be read with the day or the month first. Say which for this column, or write 2024-12-31.',
  date_two_digit_year: 'The year of {value} has two digits. Write it as 2024-12-31.',
  times_out_of_order: 'The {later} is before the {earlier}. Check both.',
  number_unreadable: '"{value}" is not a number. Correct it, or take the column as text.',
  number_ambiguous:
    '{value} can be read with a decimal comma or with a comma between thousands. Say which for this column.',
  number_too_long: '{value} has more digits than a number can hold. Take the column as text.',
  number_digits_lost: '{value} was shortened by a spreadsheet; its last digits are not known.',
  boolean_unreadable: '"{value}" is neither yes nor no. Correct it, or take the column as text.',
  quantity_not_positive: 'The quantity {value} is not above zero. Correct it.',
  quantity_not_whole:
    '{item} is counted in pieces, and {value} is not a whole number. Correct it, or give a unit of measure.',
  quantity_too_fine:
    'The quantity {value} has more than the {most} decimals that are kept of {item}. Round it.',
  quantity_too_large:
    'A row can stand for {most} pieces, and this one is for {value}. Split it, or give a unit of measure.',
  quantity_of_serial:
    'The serial {serial} names one thing, and the quantity is {value}. Correct one of the two.',
  serial_is_lot:
    'The number {value} stands for {quantity} pieces, so it was taken as their lot, and they get numbers of ours.',
  location_assumed:
    'The row names no place, so {location} was taken. Give one for the whole file if that is wrong.',
  unit_elsewhere:
    'The unit {unit} is {is}, and the row says {said}. It was left where it is; to follow the file, import it with --move-known.',
  unit_moved: 'The unit {unit} is {is}; it is moved, for the row says {said}.',
  stock_again:
    'This file was imported before, as {batch}, and rows without a number would be counted twice. If there is more of it, import it with --again.',
  status_unnumbered:
    'Only a thing with a number can be {status}. Give its serial, or leave the row out.',
  status_unknown: 'There is no status "{value}". Use one of: {statuses}.',
  location_kind_unknown: 'There is no kind of location "{value}". Use one of: {kinds}.',
  party_role_unknown: 'There is no role "{value}". Use one of: {roles}.',
  trait_unfit:
    'The trait {trait} takes {fitting}, not {value}. Correct the value, or the definition of {trait}.',
  trait_elsewhere:
    'The trait {trait} belongs to {of}, not to {bearer}. Leave the column out, or change its definition.',
  field_left_out:
    'The field {name} was not in the first records, so it has no meaning yet and was left out. Put such a record first.',
  text_too_long: 'The text has {length} characters; at most {most} are kept. Shorten it.',
  text_marks_removed: 'Invisible marks that turn text around were removed from the text.',
} as const

export type ValueProblemCode = keyof typeof valueProblems

/** What is wrong with a value, before it is known where it stands. */
export interface Fault {
  readonly code: ValueProblemCode
  readonly facts: Facts
}

export const fault = (code: ValueProblemCode, facts: Facts = {}): Fault => ({ code, facts })

/** Places a fault into a file. */
export function valueProblem(
  { code, facts }: Fault,
  line: number,
  column: string | null,
): Problem<ValueProblemCode> {
  return { code, line, column, message: fillSentence(valueProblems[code], facts) }
}

/** Result of reading a value: the value, perhaps with a warning, or what is wrong with it. */
export type Reading<T> =
  | { readonly value: T; readonly warning?: Fault; readonly fault?: undefined }
  | { readonly fault: Fault }
