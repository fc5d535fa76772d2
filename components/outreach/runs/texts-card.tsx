import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { MemberLine } from '@/lib/outreach/runs/members/queries'
import type { RunDetails } from '@/lib/outreach/runs/queries'

/** Exactly what is sent, in which languages, by which ways: seen before anything leaves. */
export async function TextsCard({ run, sample }: { run: RunDetails; sample: MemberLine | null }) {
  const t = await getTranslations('runs.texts')
  const { number } = await getFormatter()
  const title = t(run.state === 'SENT' || run.state === 'CLOSED' ? 'sentTitle' : 'title')
  return (
    <Card title={title} actions={sample && <LinkButton href={`/outreach/runs/${run.id}/people/${sample.personId}/preview`} download={false} size="small">{t('preview')}</LinkButton>}>
      <table className="w-full">
        <caption className="sr-only">{title}</caption>
        <tbody>
          {run.texts.map((text) => (
            <tr key={text.versionId}>
              <th scope="row" className="text-start font-normal">
                <a href={`/outreach/templates/preview/${text.versionId}`}>{text.title}</a>
                <span className="block text-sm text-muted">{t('line', { kind: t(`kind.${run.eventId ? 'invitation' : text.kind}`), language: t(`language.${text.language}`), version: text.version })}</span>
              </th>
              <td className="tabular text-end">{t('letters', { count: text.letters })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3">{t('channels', { digital: number(run.channels.DIGITAL_POST), paper: number(run.channels.PAPER) })}</p>
      <p className="text-sm text-muted">{run.pinned ? t('pinned', { offers: run.offers }) : t('open', { offers: run.offers })}</p>
    </Card>
  )
}
