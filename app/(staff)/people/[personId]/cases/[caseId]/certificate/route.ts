import { notFound } from 'next/navigation'
import { certificateDocument } from '@/components/casework/methods/certificate-document'
import { requireActor } from '@/lib/access/actor'
import { certificateOf } from '@/lib/casework/methods/certificate/queries'
import { renderCertificate } from '@/lib/platform/documents/certificate'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

/** The certificate to hand over. Its file is named by what it is, never by whose it is. */
export async function GET(_request: Request, { params }: { params: Promise<{ personId: string; caseId: string }> }) {
  const [actor, { personId, caseId }] = [await requireActor('case.manage'), await params]
  const found = await certificateOf(actor, personId, caseId)
  if (!found) notFound()
  const locale = (await pageLocale()) === 'en' ? 'en' : 'da'
  const t = translatorFor(locale, 'casework.certificate')
  const pdf = renderCertificate(certificateDocument(found, t, locale))
  return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${t('file')}.pdf"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } })
}
