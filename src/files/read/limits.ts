/** Every limit on a file that someone hands us, in one place. Beyond one, the file is refused. */

const kibibyte = 1024
const mebibyte = 1024 * kibibyte
const gibibyte = 1024 * mebibyte

/** Longest file, in bytes. */
export const fileBytesMax = 4 * gibibyte

/** How much of the start of a file is read to find out what it is, in bytes. */
export const headBytes = 64 * kibibyte

/** Longest row of a text file and longest record of a JSON file, in bytes. */
export const rowBytesMax = mebibyte

/** Longest cell, in UTF-16 code units: what spreadsheets allow. */
export const cellLengthMax = 32_767

/** Most columns, and most fields of a JSON record. */
export const columnsMax = 1_000

/** Longest column name, in UTF-16 code units. */
export const headerLengthMax = 200

/** Nested JSON objects become dotted names down to this depth; what lies deeper stays JSON text. */
export const jsonDepthMax = 8

/** Records of a JSON file that are looked at to learn its columns. */
export const jsonSampleRecords = 500

/** Rows handed on at once. */
export const batchRows = 1_000

/** Rows at the top of a sheet among which the column names are looked for. */
export const headerSearchRows = 20

/** Most files inside a workbook. */
export const zipEntriesMax = 2_000

/** Longest directory of a workbook's archive, in bytes. */
export const zipDirectoryBytesMax = 4 * mebibyte

/** Most bytes that all parts of a workbook together may unpack to. */
export const zipUnpackedBytesMax = gibibyte

/**
 * A part that claims to unpack to more than `zipRatioFreeBytes` may be at most this many times its
 * packed size. Sheets reach 20 to 40; an archive made to exhaust memory reaches 1,000.
 */
export const zipRatioMax = 150
export const zipRatioFreeBytes = 16 * mebibyte

/** Longest text table of a workbook, in bytes: the one part that must be held in memory. */
export const sharedStringsBytesMax = 128 * mebibyte

/** Longest of the small parts of a workbook (its list of sheets, styles, relations), in bytes. */
export const smallPartBytesMax = 8 * mebibyte
