import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { UserPage } from '@/components/admin/user-page'
import { DeclaredCard } from '@/components/oversight/own-relations/declared-card'
import { requireActor } from '@/lib/access/actor'
import { findUser } from '@/lib/access/users/queries'
import { relationsOf } from '@/lib/oversight/own-relations/queries'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.users'))('one') }
}

export default async function Page({ params }: { params: Promise<{ userId: string }> }) {
  const actor = await requireActor('user.manage')
  const id = z.uuid().safeParse((await params).userId)
  const user = id.success ? await findUser(actor, id.data, await pageLocale()) : null
  if (!user) notFound()
  return <UserPage user={user}>{!user.self && <DeclaredCard userId={user.id} relations={await relationsOf(actor, user.id)} />}</UserPage>
}
