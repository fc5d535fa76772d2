import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { GROUPS, type RunGroup } from '@/lib/outreach/runs/groups'
import type { RunDetails } from '@/lib/outreach/runs/queries'

/** The sum that must come out: everybody looked at, less those owed nothing, is everybody with an outcome and a remainder. */
export async function AccountCard({ run, current }: { run: RunDetails; current: RunGroup }) {
  const t = await getTranslations('runs')
  const { number } = await getFormatter()
  const { sums } = run.sums
  const reasons = (group: RunGroup) => run.reasons.filter((one) => one.group === group && one.reason !== 'dead' && one.reason !== 'moved-away')
  const shown = GROUPS.filter((group) => group !== 'OUT')
  const row = (group: RunGroup) => (
    <tr key={group} className={group === current ? 'row-current' : undefined}>
      <th scope="row" className="text-start font-normal">
        <Link href={`/outreach/runs/${run.id}?group=${group}#people`} prefetch={false} className="inline-block min-h-6" aria-current={group === current ? 'true' : undefined}>{t(`group.${group}`)}</Link>
        {reasons(group).length > 1 && <span className="block text-sm text-muted">{reasons(group).map((one) => `${t(`reason.${one.reason}`)}: ${number(one.count)}`).join(' · ')}</span>}
      </th>
      <td className="tabular text-end">{number(sums.groups[group])}</td>
    </tr>
  )
  return (
    <Card title={t('account.title')}>
      <table className="account w-full">
        <caption className="sr-only">{t('account.title')}</caption>
        <tbody>
          <tr><th scope="row" className="text-start font-normal">{t('account.population')}</th><td className="tabular text-end">{number(sums.population)}</td></tr>
          {row('OUT')}
          <tr className="border-t border-line-strong"><th scope="row" className="text-start">{t('account.owed')}</th><td className="tabular text-end font-semibold">{number(sums.owed)}</td></tr>
        </tbody>
        <tbody>{shown.map(row)}</tbody>
        <tfoot>
          <tr className="border-t border-line-strong">
            <th scope="row" className="text-start">{t('account.remainder')}<span className="block text-sm font-normal text-muted">{t('account.how')}</span></th>
            <td className="tabular text-end text-lg font-semibold">{number(sums.remainder)}</td>
          </tr>
        </tfoot>
      </table>
      {run.frozen && sums.remainder === 0 && run.state !== 'CANCELLED' && <p className="mt-2"><Tag tone="success">{t('account.addsUp')}</Tag></p>}
    </Card>
  )
}
