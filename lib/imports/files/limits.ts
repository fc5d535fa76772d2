/** Far above any register a municipality keeps (the largest has about 600,000 citizens, its veteran register a few thousand rows). */
export const LIMITS = {
  fileBytes: 25 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  /** A cell longer than this makes its row an error: no field of a register is that long, and it is nearly always a lost quote. */
  cellChars: 2_000,
  /** What is kept of such a cell. Excel itself holds no more in one cell. */
  keptCellChars: 32_767,
  /** Sum of the unpacked parts of an xlsx. 200,000 rows of 25 columns are about 250 MB of XML. */
  unpackedBytes: 320 * 1024 * 1024,
  zipEntries: 2_000,
  /** How far down the header may stand: exports like to begin with a title, a date and an empty line. */
  headerWithinRows: 20,
} as const
