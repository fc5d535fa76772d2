import { notFound } from 'next/navigation'
import { contactDocument } from '@/components/casework/contact-report/document'
import { letterParts } from '@/components/casework/contact-report/letter'
import { requireActor } from '@/lib/access/actor'
import { contactReport } from '@/lib/casework/contacts/report/queries'
import { renderContactPdf } from '@/lib/casework/contacts/report/render'
import { renderContactDocx } from '@/lib/casework/contacts/report/render-docx'
import { readReportInput, readReportView, type Sent, viewQuery } from '@/lib/casework/contacts/report/schema'
import { now, today } from '@/lib/platform/clock'
import { translatorFor } from '@/lib/platform/i18n/catalogue'

type Context = { params: Promise<{ personId: string }> }
const TYPES = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
const together = (values: FormData | URLSearchParams): Sent => Object.fromEntries([...new Set(values.keys())].map((name) => [name, values.getAll(name).map(String)]))

/** All that matches what the address says. */
export const GET = async (request: Request, { params }: Context) => answer((await params).personId, together(new URL(request.url).searchParams), false)
/** Of a form: those that were ticked. */
export const POST = async (request: Request, { params }: Context) => answer((await params).personId, together(await request.formData()), true)

/** Named by day alone: a file name is read by whoever sees the folder. What cannot be made leads back to the form, which says why. */
async function answer(personId: string, sent: Sent, chosen: boolean): Promise<Response> {
  const actor = await requireActor('contact.read')
  const input = readReportInput(sent, today(), chosen)
  if (!('why' in input)) {
    if (!chosen) notFound()
    return new Response(null, { status: 303, headers: { location: `/people/${encodeURIComponent(personId)}/contacts/report?${viewQuery(readReportView(sent, today()))}&problem=${input.problem}` } })
  }
  const report = await contactReport(actor, personId, input)
  if (!report) notFound()
  const t = translatorFor(input.lang, 'casework')
  const document = { ...contactDocument(report, { t, locale: input.lang, now: now(), by: actor.name }), letter: report.letterhead ? letterParts(report, report.letterhead, { t, locale: input.lang, today: today() }) : null }
  const bytes = input.as === 'pdf' ? renderContactPdf(document) : await renderContactDocx(document)
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': TYPES[input.as], 'content-disposition': `attachment; filename="${t(document.letter ? 'report.letter.fileName' : 'report.fileName')}-${today()}.${input.as}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } })
}
