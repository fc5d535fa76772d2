import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { PersonFacts } from '@/lib/people/record/facts/sql'
import { AddressCard } from './cards/address-card'
import { ContactCard } from './cards/contact-card'
import { ResponsibleCard, RolesCard, WishesCard } from './cards/office-cards'
import { PersonalCard, StatusCard } from './cards/personal-card'
import { RelationsCard } from './cards/relations-card'
import { CompetencesCard, DeploymentsCard, ProfileCard } from './cards/service-cards'
import { ProtectionCard } from './cards/protection-card'
import { PersonFrame, type PersonFrameProps } from './person-frame'

/** Every fact, each with its source, its age and the way to correct it. */
export function DataPage({ facts, cleared, clearances, mayAssign, mayOutreach, ...frame }: PersonFrameProps & { facts: PersonFacts; cleared: boolean; clearances: readonly string[]; mayAssign: boolean; mayOutreach: boolean }) {
  const t = useTranslations('people.card')
  const cards = { bar: frame.bar, facts, mayUpdate: frame.may.update }
  // What emergency access may not write (ADR 0015) offers no form that would be refused.
  const lasting = { ...cards, mayUpdate: cards.mayUpdate && !frame.bar.glass }
  const veteran = frame.bar.roles.includes('VETERAN')
  return (
    <PersonFrame {...frame} tab="data">
      {frame.bar.glass && <div className="mb-4"><Alert tone="info" title={t('behindGlass')}>{t('behindGlassLead')}</Alert></div>}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="space-y-4">
          <PersonalCard {...lasting} />
          <StatusCard {...lasting} />
          <ProtectionCard {...cards} today={frame.today} clearances={clearances} />
          <AddressCard {...cards} cleared={cleared} />
          <ContactCard {...cards} />
        </div>
        <div className="space-y-4">
          <RelationsCard {...cards} />
          <RolesCard {...lasting} />
          <ResponsibleCard {...cards} mayUpdate={mayAssign && !frame.bar.glass} />
          {veteran && <ProfileCard {...cards} />}
          {(veteran || facts.deployments.length > 0) && <DeploymentsCard {...cards} />}
          {(veteran || facts.competences.length > 0) && <CompetencesCard {...cards} />}
          {mayOutreach && <WishesCard {...cards} />}
        </div>
      </div>
    </PersonFrame>
  )
}
