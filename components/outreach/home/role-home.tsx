import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { places } from '@/components/frame/navigation'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { type Actor, can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { formatDay } from '@/lib/platform/dates'

/** The first page of everybody who is not the coordinator: what waits for them, and the places they may go. */
export async function RoleHome({ actor, children }: { actor: Actor; children: ReactNode }) {
  const t = await getTranslations('outreach.home')
  const frame = await getTranslations('frame.places')
  const locale = await getLocale()
  const open = places.filter((place) => place.href !== '/' && can(actor, place.permission))
  return (
    <>
      <PageHeading title={t('greeting', { name: actor.name.split(' ')[0] ?? actor.name })} lead={formatDay(today(), locale, 'weekday')} />
      <div className="space-y-6">
        {children}
        <Card title={t('places')}>
          {open.length === 0 && <p>{t('noPlaces')}</p>}
          <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
            {open.map((place) => (
              <li key={place.key}>
                <Link href={place.href} prefetch={false} className="font-semibold">{frame(place.key)}</Link>
                {t.has(`place.${place.key}`) && <p className="text-sm text-muted">{t(`place.${place.key}`)}</p>}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  )
}
