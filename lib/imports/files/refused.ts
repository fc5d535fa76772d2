/** Why a whole file cannot be read. The view turns the code into a sentence: `imports.file.<code>`. */
export type FileRefusalCode =
  | 'empty' | 'too-large' | 'xls' | 'xlsb' | 'ods' | 'encrypted' | 'pdf' | 'word' | 'html' | 'image' | 'archive' | 'unknown-binary'
  | 'zip-damaged' | 'zip-too-big' | 'xlsx-damaged' | 'sheet-not-found' | 'no-sheet' | 'no-header' | 'no-rows' | 'too-many-rows'
  | 'too-many-columns' | 'quote-not-closed'

export type Params = Record<string, string | number>

/** Thrown by everything under lib/imports/files, and nothing else is: whatever a file holds, the user gets a code with a sentence. */
export class FileRefused extends Error {
  constructor(
    readonly code: FileRefusalCode,
    readonly params: Params = {},
    options?: ErrorOptions,
  ) {
    // The message carries the code alone: file contents are personal data and errors end up in logs.
    super(`File refused: ${code}`, options)
    this.name = 'FileRefused'
  }
}
