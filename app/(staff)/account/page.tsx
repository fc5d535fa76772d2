import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/access/account-page'
import { CloseCard } from '@/components/oversight/own-relations/close-card'
import { requireActor } from '@/lib/access/actor'
import { isVolunteer } from '@/lib/access/permissions'
import { ownSessions } from '@/lib/access/queries'
import { ownRelations } from '@/lib/oversight/own-relations/queries'
import { factorOf } from '@/lib/access/second-factor/state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access.account'))('title') }
}

export default async function Page() {
  const actor = await requireActor('self')
  const factor = await factorOf(actor.token)
  return <AccountPage actor={actor} sessions={await ownSessions(actor)} factor={factor && !factor.federated ? { on: factor.confirmed, left: factor.codesLeft, password: factor.passwordHash !== null } : null}>{!isVolunteer(actor) && <CloseCard relations={await ownRelations(actor)} />}</AccountPage>
}
