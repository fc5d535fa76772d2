import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { retireScale, reviveScale } from '@/lib/casework/progress/scales/actions'
import type { KeptScale } from '@/lib/casework/progress/scales/queries'
import { nameOf } from '@/lib/platform/i18n/named'
import { numeral } from '../sentences'

/** Every scale as it is asked today: ends, areas, what its values mean, and the change that counts. */
export function ScalesPage({ scales, heading }: { scales: KeptScale[]; heading: ReactNode }) {
  const [t, progress, locale] = [useTranslations('progress.scales'), useTranslations('progress'), useLocale()]
  const words = (one: { da: string; en: string }) => (locale === 'da' ? one.da : one.en)
  return (
    <>
      {heading}
      <div className="form-actions mb-4"><LinkButton href="/admin/scales/new" icon="plus">{t('new')}</LinkButton></div>
      <ul className="max-w-4xl space-y-3">
        {scales.map((scale) => (
          <li key={scale.code} className="card">
            <div className="card-body flex flex-wrap items-start gap-x-6 gap-y-3">
              <div className="min-w-0 flex-1 basis-64 space-y-1">
                <h2 className="flex flex-wrap items-center gap-2 text-base">{nameOf(scale, locale)}{scale.retired && <Tag>{t('retired')}</Tag>}</h2>
                <p>{words({ da: scale.aboutDa, en: scale.aboutEn })} {progress('range', { lowest: numeral(scale.lowest), highest: numeral(scale.highest) })}. {progress(`direction.${scale.better}`)}</p>
                <p className="text-sm text-muted">{t('noiseLine', { count: scale.noise })}{scale.start !== null && <> {t('startLine', { value: numeral(scale.start) })}</>}{scale.gate !== null && <> {t('gateLine', { value: numeral(scale.gate) })}</>} {t('versionLine', { number: scale.number })}</p>
                <p className="text-sm"><strong>{t('areas')}</strong> {scale.dimensions.filter(({ retired }) => !retired).map((one) => nameOf(one, locale)).join(' · ')}</p>
                {scale.anchors.length > 0 && <p className="text-sm"><strong>{t('anchors')}</strong> {scale.anchors.map((one) => `${numeral(one.value)} ${words(one)}`).join(' · ')}</p>}
              </div>
              <div className="form-actions">
                <LinkButton href={`/admin/scales/${scale.code}/edit`} size="small">{t('change')}<span className="sr-only"> {nameOf(scale, locale)}</span></LinkButton>
                <ActionButton action={scale.retired ? reviveScale : retireScale} values={{ scale: scale.code }} size="small" variant="quiet">{t(scale.retired ? 'revive' : 'retire')}</ActionButton>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
