import { toDay } from '@/lib/platform/day'
import { Button } from '../button'
import { Card } from '../card'
import { DateText } from '../date-text'
import { DescriptionList } from '../description-list'
import { PageHeading } from '../page-heading'
import { ProgressBar } from '../progress-bar'
import { SideLayout, SidePanel } from '../side-panel'
import { StatFigure } from '../stat-figure'
import { Tag } from '../tag'
import { TimelineList } from '../timeline-list'
import { KitSection } from './kit-section'

const period = 'Seneste 12 måneder, opgjort i dag'

export function KitContent() {
  return (
    <KitSection title="Indhold">
      <PageHeading
        title="Forår 2026"
        lead="Årlig henvendelse til 560 veteraner."
        tags={<Tag tone="info">Til gennemsyn</Tag>}
        actions={
          <>
            <Button>Se et brev</Button>
            <Button variant="primary">Frigiv</Button>
          </>
        }
      />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <StatFigure
          label="Forfaldne"
          value={7}
          unit="veteraner"
          period="I dag · mål 0"
          how="Veteraner, hvis brev skulle være sendt før i dag."
          href="/admin/kit"
          tone="error"
        />
        <StatFigure
          label="Dækning"
          value={98.7}
          decimals={1}
          unit="%"
          period={period}
          how="Andel med et brev i perioden ud af alle, der skal have et."
          tone="success"
          href="/admin/kit"
        />
        <StatFigure label="Svar" value={null} period={period} how="Svar via brevets kode. Ingen kørsel er afsluttet endnu." />
        <StatFigure label="Under 25 år" value="small" period={period} how="Tal under 5 vises ikke, så ingen kan genkendes." />
      </div>
      <SideLayout
        panel={
          <SidePanel title="Birgit Kjær" closeHref="/admin/kit">
            <p>Sårbar. Ringes op fredag.</p>
          </SidePanel>
        }>
        <Card title="Kontakt" source="CPR" changed={<DateText day={toDay('2026-08-03')} />} actions={<Button size="small">Ret</Button>}>
          <DescriptionList
            items={[
              { key: 'a', label: 'Adresse', value: 'Vestervold 4, 8900 Randers C' },
              { key: 'b', label: 'Kanal', value: 'Digital Post' },
              { key: 'c', label: 'Telefon', value: 'Ikke oplyst' },
            ]}
          />
        </Card>
      </SideLayout>
      <ProgressBar label="Breve lavet" value={312} max={560} unit="breve" />
      <ProgressBar label="Tæller rækker …" value={0} max={0} />
      <TimelineList
        groups={[
          {
            key: '2026-09',
            heading: 'September 2026',
            entries: [
              {
                key: '1',
                title: 'Talt i telefon, 12 minutter',
                meta: '5. september 2026 kl. 10.30 · Mette Holm',
                icon: 'person',
                body: 'Vil gerne til flagdagen med sin datter.',
              },
              { key: '2', title: 'Brev sendt', meta: '1. september 2026 · automatisk', icon: 'inbox' },
            ],
          },
        ]}
      />
    </KitSection>
  )
}
