import { notFound, redirect } from 'next/navigation'
import { CaseFormPage } from '@/components/casework/case-form-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { caseToChange } from '@/lib/casework/cases/queries'
import { changeName } from '@/lib/casework/cases/schema'
import { caseConsent } from '@/lib/casework/sharing/rules'
import { consentWording } from '@/lib/consent/register/wording'
import { frameOf, nextStep, personTitle } from '../../../person-route'

export const generateMetadata = personTitle

export default async function Page({ params }: { params: Promise<{ personId: string; caseId: string; change: string }> }) {
  const [actor, { personId, caseId, change: asked }] = [await requireActor('case.manage'), await params]
  const change = changeName.safeParse(asked).data
  if (!change || (change === 'give' && !can(actor, 'assignment.manage'))) notFound()
  const { more, frame } = frameOf(actor, await caseToChange(actor, personId, caseId, nextStep))
  if (!more) notFound()
  // Closed in the meantime: the list of cases tells.
  if (more.found.step.state === 'closed') redirect(`/people/${personId}/cases`)
  if ((change === 'transfer' || change === 'professional') && !more.found.mine) notFound()
  // Read out before another unit gets the case: one sentence for each that has no consent yet.
  const units = change === 'transfer' ? [...new Set(more.fellows.filter(({ own, sharedUntil }) => !own && !sharedUntil).map(({ unit }) => unit.nameDa))] : []
  const sentences = await Promise.all(units.map((unit) => consentWording(caseConsent(frame.today), unit)))
  return <CaseFormPage {...frame} change={change} one={more.found} colleagues={more.colleagues} loads={more.loads} fellows={more.fellows} newest={more.newest} sentences={sentences} self={actor.userId} />
}
