import path from 'node:path'
import { openCompiler } from './compiler'

/** `parts`: what was completed, and when. `madeAt` becomes the document's date, so that the same certificate gives the same bytes. */
export type Certificate = { title: string; author: string; language: 'da' | 'en'; name: string; sentence: string; lead: string[]; partsTitle: string; columns: [string, string]; parts: [string, string][]; place: string; signedBy: string; signedFor: string; footer: string; madeAt: Date }

const WORKSPACE = 'lib/platform/documents'

/** A certificate as PDF/UA-1: tagged, with title and language. Throws when the text holds signs no font can print. */
export function renderCertificate({ madeAt, ...certificate }: Certificate): Uint8Array {
  const compiler = openCompiler(WORKSPACE)
  try {
    return compiler.pdf({ mainFilePath: path.resolve(WORKSPACE, 'certificate.typ'), inputs: { certificate: JSON.stringify(certificate) } }, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt.getTime() / 1000) })
  } finally {
    compiler.evictCache(0)
  }
}
