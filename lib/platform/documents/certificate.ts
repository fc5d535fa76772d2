import { renderPdf } from './render'

/** `parts`: what was completed, and when. `madeAt` becomes the document's date, so that the same certificate gives the same bytes. */
export type Certificate = { title: string; author: string; language: 'da' | 'en'; name: string; sentence: string; lead: string[]; partsTitle: string; columns: [string, string]; parts: [string, string][]; place: string; signedBy: string; signedFor: string; footer: string; madeAt: Date }

/** A certificate as PDF/UA-1. */
export const renderCertificate = (certificate: Certificate): Uint8Array => renderPdf('platform/documents/certificate.typ', certificate)
