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
  const cards = { bar: frame.bar, facts, mayUpdate: frame.may.update }
  const veteran = frame.bar.roles.includes('VETERAN')
  return (
    <PersonFrame {...frame} tab="data">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="space-y-4">
          <PersonalCard {...cards} />
          <StatusCard {...cards} />
          <ProtectionCard {...cards} today={frame.today} clearances={clearances} />
          <AddressCard {...cards} cleared={cleared} />
          <ContactCard {...cards} />
        </div>
        <div className="space-y-4">
          <RelationsCard {...cards} />
          <RolesCard {...cards} />
          <ResponsibleCard {...cards} mayUpdate={mayAssign} />
          {veteran && <ProfileCard {...cards} />}
          {(veteran || facts.deployments.length > 0) && <DeploymentsCard {...cards} />}
          {(veteran || facts.competences.length > 0) && <CompetencesCard {...cards} />}
          {mayOutreach && <WishesCard {...cards} />}
        </div>
      </div>
    </PersonFrame>
  )
}
