import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { removeCompetence, removeDeployment } from '@/lib/people/service/actions'
import { ChangedText, EditLink, FactRow, Nothing, PeriodText } from './card-parts'
import type { CardProps } from './personal-card'

export function DeploymentsCard({ bar, facts, mayUpdate }: CardProps) {
  const t = useTranslations('people')
  return (
    <Card title={t('card.deployments')} changed={facts.changed.deployment && <ChangedText changed={facts.changed.deployment} />} actions={<EditLink may={mayUpdate} personId={bar.id} section="deployment" label={t('card.add')} />}>
      {facts.deployments.length === 0 && <Nothing />}
      <ul>
        {facts.deployments.map((deployment) => (
          <FactRow key={deployment.id} actions={<><EditLink may={mayUpdate} personId={bar.id} section="deployment" row={deployment.id} label={t('card.edit')} />{mayUpdate && <ActionButton action={removeDeployment} variant="quiet" size="small" values={{ personId: bar.id, row: deployment.id }}>{t('card.remove')}</ActionButton>}</>}>
            <span className="font-medium">{deployment.mission}</span>, {deployment.country} <span className="text-sm text-muted">· {t(`service.${deployment.service}`)} · <PeriodText {...deployment} /></span>
          </FactRow>
        ))}
      </ul>
    </Card>
  )
}

export function CompetencesCard({ bar, facts, mayUpdate }: CardProps) {
  const t = useTranslations('people')
  return (
    <Card title={t('card.competences')} changed={facts.changed.competence && <ChangedText changed={facts.changed.competence} />} actions={<EditLink may={mayUpdate} personId={bar.id} section="competence" label={t('card.add')} />}>
      {facts.competences.length === 0 && <Nothing />}
      <ul>
        {facts.competences.map((competence) => (
          <FactRow key={competence.id} actions={mayUpdate && <ActionButton action={removeCompetence} variant="quiet" size="small" values={{ personId: bar.id, row: competence.id }}>{t('card.remove')}</ActionButton>}>
            {competence.military} <span aria-hidden="true">→</span> <span className="font-medium">{competence.civil}</span>
          </FactRow>
        ))}
      </ul>
    </Card>
  )
}

export function ProfileCard({ bar, facts, mayUpdate }: CardProps) {
  const t = useTranslations('people')
  if (!facts.profile) return null
  const items = [
    { key: 'vulnerable', label: t('field.vulnerable'), value: t(bar.vulnerable ? 'history.yes' : 'history.no') },
    { key: 'resources', label: t('field.resources'), value: facts.profile.resources ?? t('card.unknown') },
    { key: 'wishes', label: t('field.wishes'), value: facts.profile.wishes ?? t('card.unknown') },
  ]
  return (
    <Card title={t('card.profile')} changed={facts.changed.veteran_profile && <ChangedText changed={facts.changed.veteran_profile} />} actions={<EditLink may={mayUpdate} personId={bar.id} section="profile" label={t('card.edit')} />}>
      <DescriptionList items={items} />
    </Card>
  )
}
