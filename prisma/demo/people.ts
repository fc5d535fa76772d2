import { type Day } from '@/lib/platform/day'
import type { DigitalPost, Protection, RelationKind } from '../generated/enums'
import type { DemoDeployment } from './deployments'
import type { Sex } from './names'
import type { Place } from './places'

/** A made-up person as the generators pass them on; loaders turn them into rows. */
export type DemoPerson = {
  id: string
  sex: Sex
  firstName: string
  lastName: string
  birth: Day
  cpr: string | null
  language: 'da' | 'en'
  largePrint: boolean
  interpreterNeeded: boolean
  signLanguage: boolean
  communicationNote: string | null
  digitalPost: DigitalPost
  protection: Protection
  registeredOn: Day
  movedInOn: Day | null
  movedAwayOn: Day | null
  diedOn: Day | null
  source: 'import' | 'staff'
  /** In order; the last one is where they live now. Empty: nobody knows. */
  homes: DemoHome[]
  phones: DemoContact[]
  emails: DemoContact[]
}

export type DemoHome = Place & { fromDay: Day | null; toDay: Day | null; careOf?: string }
export type DemoContact = { value: string; allowed: boolean; fromDay: Day }

export type DemoVeteran = DemoPerson & {
  registerKey: string
  vulnerable: boolean
  resources: string | null
  wishes: string | null
  deployments: DemoDeployment[]
  competences: { military: string; civil: string }[]
}

export type DemoRelative = DemoPerson & { of: DemoVeteran; kind: RelationKind; since: Day | null }
