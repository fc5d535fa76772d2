import { BackLink } from '../back-link'
import { Breadcrumbs } from '../breadcrumbs'
import { CommandPalette } from '../command-palette'
import { NavTabs } from '../nav-tabs'
import { QueueNav } from '../queue-nav'
import { SkipLink } from '../skip-link'
import { StepGuide } from '../step-guide'
import { Tabs } from '../tabs'
import { KitSection, Specimen } from './kit-section'

const here = '/admin/kit'

export function KitNavigation() {
  return (
    <KitSection title="Navigation">
      <Specimen name="SkipLink (ses, når den har fokus)">
        <div className="relative">
          <SkipLink target="kit-steps" />
        </div>
      </Specimen>
      <Specimen name="NavTabs">
        <NavTabs
          label="Eksempel på hovedmenu"
          items={[
            { href: `${here}?a`, label: 'I dag', current: false },
            { href: `${here}?b`, label: 'Henvendelser', current: true },
            { href: `${here}?c`, label: 'Personer', current: false },
          ]}
        />
      </Specimen>
      <Specimen name="Tabs">
        <Tabs
          label="Eksempel på faner"
          items={[
            { href: `${here}?d`, label: 'Overblik', current: true },
            { href: `${here}?e`, label: 'Breve', current: false, count: 4, countLabel: 'breve' },
            { href: `${here}?f`, label: 'Historik', current: false },
          ]}
        />
      </Specimen>
      <Specimen name="QueueNav">
        <div className="max-w-64">
          <QueueNav
            label="Eksempel på køer"
            groups={[
              {
                label: 'Skal skrives til',
                queues: [
                  { href: `${here}?g`, label: 'Forfaldne', count: 7, tone: 'error', current: true },
                  { href: `${here}?h`, label: 'Forfalder inden 60 dage', count: 43, current: false },
                ],
              },
              {
                label: 'Venter på os',
                queues: [
                  { href: `${here}?i`, label: 'Ønsker en samtale', count: 12, tone: 'info', current: false },
                  { href: `${here}?j`, label: 'Returpost', count: 0, current: false },
                ],
              },
            ]}
          />
        </div>
      </Specimen>
      <Specimen name="Breadcrumbs og BackLink">
        <Breadcrumbs items={[{ href: here, label: 'Henvendelser' }, { href: here, label: 'Kørsler' }, { label: 'Forår 2026' }]} />
        <BackLink href={here}>Tilbage til listen</BackLink>
      </Specimen>
      <Specimen name="StepGuide">
        <div id="kit-steps" tabIndex={-1}>
          <StepGuide
            label="Trin i indlæsningen"
            steps={[
              { key: 'file', label: 'Fil', status: 'done', href: here },
              { key: 'columns', label: 'Kolonner', status: 'done' },
              { key: 'values', label: 'Værdier', status: 'stopped' },
              { key: 'preview', label: 'Gennemsyn', status: 'current' },
              { key: 'result', label: 'Resultat', status: 'todo' },
            ]}
          />
        </div>
      </Specimen>
      <Specimen name="CommandPalette">
        <CommandPalette
          endpoint="/api/palette"
          places={[
            { label: 'I dag', href: '/' },
            { label: 'Henvendelser', href: '/outreach', hint: 'breve og svar' },
            { label: 'Personer', href: '/people' },
          ]}
        />
      </Specimen>
    </KitSection>
  )
}
