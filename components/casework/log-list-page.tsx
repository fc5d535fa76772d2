import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { Explain } from '@/components/ui/explain'
import type { FormState } from '@/components/ui/form-state'
import { Tag } from '@/components/ui/tag'
import { nameOf } from '@/lib/platform/i18n/named'
import { SmallForm, type SmallField } from './small-form'

type Listed = { code: string; nameDa: string; nameEn: string; position: number; retired: boolean; version: number }
type Action = (previous: FormState, formData: FormData) => Promise<FormState>
/** What every such list has words for, in its own namespace. */
type Words = (key: 'change' | 'save' | 'retire' | 'revive' | 'retired' | 'new' | 'add' | 'nameDa' | 'nameEn' | 'position' | 'positionHelp') => string
type Props<T extends Listed> = {
  heading: ReactNode
  t: Words
  rows: readonly T[]
  /** What an entry is called in its forms: 'kind'. */
  entry: string
  actions: Record<'add' | 'change' | 'retire' | 'revive', Action>
  /** Asked between the names and the place. */
  asks?: (row: T | undefined) => SmallField[]
  /** Beside the name in the other language. */
  facts: (row: T) => (string | false)[]
  /** It cannot be taken out of use. */
  stays: (row: T) => boolean
}

/** A list of the contact log that the municipality keeps itself, in the order the form shows it: names, place, and whether a new entry may be of it. */
export function LogListPage<T extends Listed>({ heading, t, rows, entry, actions, asks, facts, stays }: Props<T>) {
  const locale = useLocale()
  const last = Math.max(0, ...rows.filter(({ retired }) => !retired).map(({ position }) => position))
  const fields = (row?: T): SmallField[] => [
    { kind: 'line', name: 'nameDa', label: t('nameDa'), value: row?.nameDa }, { kind: 'line', name: 'nameEn', label: t('nameEn'), value: row?.nameEn }, ...(asks?.(row) ?? []),
    { kind: 'number', name: 'position', label: t('position'), help: t('positionHelp'), value: String(row?.position ?? last + 1) },
  ]
  return (
    <>
      {heading}
      <div className="max-w-3xl">
        <ul className="space-y-3">
          {rows.map((row) => (
            <li key={row.code} className="card">
              <div className="card-body flex flex-wrap items-start gap-x-6 gap-y-2">
                <div className="min-w-0 flex-1 basis-56">
                  <h2 className="flex flex-wrap items-center gap-2 text-base">{nameOf(row, locale)}{row.retired && <Tag>{t('retired')}</Tag>}</h2>
                  <p className="text-sm text-muted">{[locale === 'da' ? row.nameEn : row.nameDa, ...facts(row)].filter(Boolean).join(' · ')}</p>
                </div>
                <Explain summary={t('change')}><SmallForm action={actions.change} scope={row.code} hidden={{ [entry]: row.code, version: String(row.version) }} fields={fields(row)} submit={t('save')} /></Explain>
                {!stays(row) && <ActionButton action={row.retired ? actions.revive : actions.retire} values={{ [entry]: row.code }} size="small" variant="quiet">{t(row.retired ? 'revive' : 'retire')}</ActionButton>}
              </div>
            </li>
          ))}
        </ul>
        <section className="card mt-6" aria-labelledby="new-entry">
          <div className="card-head"><h2 id="new-entry">{t('new')}</h2></div>
          <div className="card-body"><SmallForm key={rows.length} action={actions.add} scope="new" fields={fields()} submit={t('add')} /></div>
        </section>
      </div>
    </>
  )
}
