/** Words by which people say that there is no value. Compared without spaces and punctuation. */
const noValue = new Set(['', 'NA', 'NONE', 'NULL', 'NIL', 'NO', 'KEINE', 'AUCUN', 'NINGUNO'])

/**
 * Texts that stand where a serial is missing: what people type, and what makers of computers leave
 * in the firmware. Compared without spaces and punctuation.
 */
const placeholders = new Set([
  ...noValue,
  'BLANK',
  'DEFAULT',
  'DEFAULTSTRING',
  'EMPTY',
  'ILLEGIBLE',
  'INVALID',
  'MISSING',
  'NOLABEL',
  'NOSERIAL',
  'NOSERIALNUMBER',
  'NOSN',
  'NOSTICKER',
  'NOTAPPLICABLE',
  'NOTAVAILABLE',
  'NOTFOUND',
  'NOTSPECIFIED',
  'PENDING',
  'SEELABEL',
  'SEESTICKER',
  'SERIAL',
  'SERIALNO',
  'SERIALNUMBER',
  'SN',
  'SYSTEMSERIALNUMBER',
  'TBA',
  'TBC',
  'TBD',
  'TEST',
  'TOBEDETERMINED',
  'TOBEFILLEDBYOEM',
  'UNBEKANNT',
  'UNK',
  'UNKNOWN',
  'UNREADABLE',
  'INCONNU',
  'DESCONOCIDO',
])

const ascending = '01234567890123456789'

/**
 * Whether a text stands for a missing serial: a word that says so, nothing but zeros or
 * punctuation, one letter or digit over and over, or the row of digits. `1111` and `12345` may be
 * real counters, so digits count from six on, and letters but X from four on.
 */
export function isPlaceholderSerial(text: string): boolean {
  if (hasDigit.test(text) && hasLetter.test(text)) return false
  const bare = bareText(text)
  if (bare === '' || placeholders.has(bare) || /^(?:0+|X+)$/.test(bare)) return true
  if (/^(\d)\1{5,}$/.test(bare) || /^([A-Z])\1{3,}$/.test(bare)) return true
  return bare.length >= 6 && /^\d+$/.test(bare) && ascending.includes(bare)
}

/** Whether a text says that there is no value: blank, `-`, `n/a`, `none`. */
export function isNoValue(text: string): boolean {
  return text.length <= 12 && !hasDigit.test(text) && noValue.has(bareText(text))
}

// Nearly every cell of a file is asked; these two answer for most without a copy of the text.
const hasDigit = /\d/
const hasLetter = /[A-WYZa-wyz]/

const bareText = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
