import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/access/account-page'
import { LanguagesCard } from '@/components/access/languages-card'
import { CloseCard } from '@/components/oversight/own-relations/close-card'
import { requireActor } from '@/lib/access/actor'
import { isVolunteer } from '@/lib/access/permissions'
import { ownSessions } from '@/lib/access/queries'
import { saveOwnLanguages } from '@/lib/access/users/actions'
import { ownLanguages } from '@/lib/access/users/queries'
import { ownRelations } from '@/lib/oversight/own-relations/queries'
import { factorOf } from '@/lib/access/second-factor/state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access.account'))('title') }
}

export default async function Page() {
  const actor = await requireActor('self')
  const spoken = await ownLanguages(actor)
  const factor = await factorOf(actor.token)
  return <AccountPage actor={actor} sessions={await ownSessions(actor)} factor={factor && !factor.federated ? { on: factor.confirmed, left: factor.codesLeft, password: factor.passwordHash !== null } : null}>{spoken && <LanguagesCard action={saveOwnLanguages} kept={spoken.languages} hidden={{ version: String(spoken.version) }} lead={(await getTranslations('access.languages'))('lead')} />}{!isVolunteer(actor) && <CloseCard relations={await ownRelations(actor)} />}</AccountPage>
}
