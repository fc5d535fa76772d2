import { toDay } from '@/lib/platform/day'
import { Alert } from '../alert'
import { Banner } from '../banner'
import { Button } from '../button'
import { CountBadge } from '../count-badge'
import { DateText } from '../date-text'
import { Explain } from '../explain'
import { FilterChip } from '../filter-chip'
import { KeyHint } from '../key-hint'
import { MomentText } from '../moment-text'
import { Tag } from '../tag'
import { WorkingDaysLeft } from '../working-days-left'
import { KitSection, Specimen } from './kit-section'

export function KitMessages() {
  return (
    <KitSection title="Beskeder, mærker og datoer">
      <Banner tone="warning" actions={<Button size="small">Sammenlign</Button>}>
        Måske samme person som en anden i registeret.
      </Banner>
      <Banner>Demokommune: alle personer er opdigtede.</Banner>
      <Alert tone="info" title="Ferie i uge 42">
        Samtaler kan bookes igen fra den 19. oktober.
      </Alert>
      <Alert tone="success" title="548 breve er sendt">
        12 breve venter på en adresse.
      </Alert>
      <Alert tone="warning" title="Kørslen går ikke op" actions={<Button size="small">Se de 3 personer</Button>}>
        3 personer står ikke i nogen gruppe. Kørslen kan ikke lukkes endnu.
      </Alert>
      <Alert tone="error" title="Brevene blev ikke sendt">
        Forbindelsen til Digital Post svarer ikke. Der prøves igen kl. 14.30.
      </Alert>
      <Alert tone="neutral" compact>
        Sidst indlæst for 12 dage siden.
      </Alert>
      <Specimen name="Tag, CountBadge, FilterChip, KeyHint">
        <div className="flex flex-wrap items-center gap-2">
          <Tag>Ikke begyndt</Tag>
          <Tag tone="info">Svar modtaget</Tag>
          <Tag tone="success">Sendt</Tag>
          <Tag tone="warning">Snart forfalden</Tag>
          <Tag tone="error">Forfalden</Tag>
          <Tag tone="error" icon="lock">
            Beskyttet adresse
          </Tag>
          <CountBadge count={12} />
          <CountBadge count={1204} tone="error" label="forfaldne" />
          <FilterChip label="Bydel: Vorup" removeHref="/admin/kit" />
          <KeyHint keys="Ctrl K" />
        </div>
      </Specimen>
      <Specimen name="DateText, MomentText, WorkingDaysLeft, Explain">
        <ul className="space-y-2">
          <li>
            Sendt <DateText day={toDay('2026-09-05')} on /> · <DateText day={toDay('2026-09-05')} look="short" />{' · '}
            <DateText day={null} />
          </li>
          <li>
            <MomentText moment={new Date('2026-10-25T00:30:00Z')} />
          </li>
          <li>
            <WorkingDaysLeft days={18} />
          </li>
          <li>
            <WorkingDaysLeft
              days={3}
              why="12 måneder efter sidste brev (5. september 2025). Lørdage, søndage og helligdage tælles ikke med."
            />
          </li>
          <li>
            <WorkingDaysLeft days={0} />
          </li>
          <li>
            <WorkingDaysLeft days={-2} />
          </li>
          <li>
            <Explain summary="Hvorfor står personen her?">Ikke svaret i 21 dage, og markeret som sårbar.</Explain>
          </li>
        </ul>
      </Specimen>
    </KitSection>
  )
}
