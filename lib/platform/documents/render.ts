import path from 'node:path'
import { openCompiler } from './compiler'

/** Templates stand beside what they print, and share lib/platform/documents/sheet.typ. */
const WORKSPACE = 'lib'

/**
 * A document as PDF/UA-1: tagged, with title, language and headings in order. `template`: from lib/. `madeAt` becomes the document’s date, so that the same content gives
 * the same bytes. Throws when the text holds signs no font can print.
 */
export function renderPdf(template: string, { madeAt, ...it }: { madeAt: Date }): Uint8Array {
  const compiler = openCompiler(WORKSPACE)
  try {
    return compiler.pdf({ mainFilePath: path.resolve(WORKSPACE, template), inputs: { it: JSON.stringify(it) } }, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt.getTime() / 1000) })
  } finally {
    compiler.evictCache(0)
  }
}
