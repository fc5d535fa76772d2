import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import type { RelationFact } from '@/lib/people/record/facts/sql'
import { endRelation, setHome } from '@/lib/people/relations/actions'
import { ChangedText, EditLink, FactRow, Former, Nothing, PeriodText } from './card-parts'
import type { CardProps } from './personal-card'

/** Relatives are people in their own right: each leads to their own page. */
export function RelationsCard({ bar, facts, mayUpdate }: CardProps) {
  const t = useTranslations('people')
  const current = facts.relations.filter((relation) => !relation.toDay)
  const former = facts.relations.filter((relation) => relation.toDay)
  return (
    <Card title={t('card.relations')} changed={facts.changed.relation && <ChangedText changed={facts.changed.relation} />} actions={<EditLink may={mayUpdate} personId={bar.id} section="relation" label={t('card.newRelative')} />}>
      {current.length === 0 && <Nothing />}
      <ul>
        {current.map((relation) => (
          <FactRow key={relation.id} actions={mayUpdate && relation.name && <><ActionButton action={setHome} variant="quiet" size="small" values={{ personId: bar.id, row: relation.id, together: relation.livesTogether ? 'no' : 'yes' }}>{t(relation.livesTogether ? 'card.apart' : 'card.together')}</ActionButton><ActionButton action={endRelation} variant="quiet" size="small" values={{ personId: bar.id, row: relation.id }}>{t('card.end')}</ActionButton></>}><RelationText relation={relation} /></FactRow>
        ))}
      </ul>
      <Former count={former.length}><ul>{former.map((relation) => <FactRow key={relation.id}><RelationText relation={relation} /> <PeriodText {...relation} /></FactRow>)}</ul></Former>
    </Card>
  )
}

/** 'Ægtefælle: Mette Holm', or 'Barn af Peter Holm' where this person is the relative. A person out of reach has no name. */
export function RelationText({ relation }: { relation: RelationFact }) {
  const t = useTranslations('people')
  const label = relation.side === 'theirs' ? `${t(`relation.${relation.kind}`)}: ` : `${t(`relationOf.${relation.kind}`)} `
  return (
    <>
      <span className="text-muted">{label}</span>
      {relation.name ? <Link href={`/people/${relation.otherId}`} prefetch={false} className="font-medium">{relation.name}</Link> : <span className="text-faint">{t('card.hiddenPerson')}</span>}
      {relation.livesTogether && <span className="text-muted"> · {t('card.livesTogether')}</span>}
      {relation.diedOn && <span className="text-muted"> †</span>}
    </>
  )
}
