import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { GlassBanner } from '@/components/oversight/break-glass/glass-banner'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { ListWalk } from '@/components/ui/list-walk'
import { Tabs } from '@/components/ui/tabs'
import type { NextStepOf } from '@/lib/outreach/due/queries'
import type { PersonBar as Bar } from '@/lib/people/record/bar/sql'
import type { Day } from '@/lib/platform/day'
import { NextLine } from './next-line'
import { PersonBar } from './person-bar'
import { StickyNote } from './sticky-note'

const tabs = ['overview', 'cases', 'plan', 'contacts', 'tasks', 'progress', 'data', 'timeline', 'consents', 'waiting', 'history'] as const
export type PersonTab = (typeof tabs)[number]
export type PersonFrameProps = { bar: Bar; next: NextStepOf | null; today: Day; may: { cpr: boolean; update: boolean; merge: boolean; note: boolean }; /** The search one came from. */ searchId?: string }

export function tabHref(personId: string, tab: PersonTab): string {
  return tab === 'overview' ? `/people/${personId}` : `/people/${personId}/${tab}`
}

/** The bar, the next step and the tabs around every page of a person. The possible duplicate is said on all of them. */
export function PersonFrame({ bar, next, today, may, searchId, tab, note, children }: PersonFrameProps & { tab?: PersonTab; /** On the pages of those who care for the person from day to day; a form has no room for it. */ note?: boolean; children: ReactNode }) {
  const t = useTranslations('people')
  return (
    <div className="[--sticky-top:0px] md:[--sticky-top:8.5rem]">
      {searchId && <BackLink href={`/people?s=${searchId}&last=${bar.id}`}>{t('create.back')}</BackLink>}
      {!searchId && <ListWalk />}
      {bar.glass && <div className="-mx-4 md:-mx-6"><GlassBanner id={bar.glass.id} until={new Date(bar.glass.until)} /></div>}
      {bar.duplicates > 0 && may.merge && (
        <div className="-mx-4 md:-mx-6"><Banner tone="warning" actions={<Link href={`/people/duplicates?person=${bar.id}`} prefetch={false}>{t('bar.compare')}</Link>}>{t('bar.duplicate', { count: bar.duplicates })}</Banner></div>
      )}
      <header className="-mx-4 -mt-1 mb-4 space-y-1.5 border-b border-line bg-page px-4 pt-2 md:sticky md:top-0 md:z-10 md:-mx-6 md:px-6">
        <PersonBar bar={bar} today={today} mayReadCpr={may.cpr} />
        {next && <NextLine next={next} />}
        <Tabs label={t('tabs.label')} items={tabs.map((key) => ({ href: tabHref(bar.id, key), label: t(`tabs.${key}`), current: key === tab }))} />
      </header>
      {note && <StickyNote personId={bar.id} notes={bar.notes} mayWrite={may.note && !bar.glass} />}
      {children}
    </div>
  )
}
