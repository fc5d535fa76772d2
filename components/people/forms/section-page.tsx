import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PersonFrame, type PersonFrameProps, tabHref } from '../person-frame'
import { FieldsForm } from './fields-form'
import type { SectionForm } from './sections'

/** One small form under the bar of the person it is about. */
export function SectionPage({ section, ...frame }: PersonFrameProps & { section: SectionForm }) {
  const t = useTranslations('people.form')
  return (
    <FormFrame title={section.title} lead={section.lead} {...frame}>
      <FieldsForm action={section.action} fields={section.fields} hidden={section.hidden} submit={t('save')} cancel={{ href: tabHref(frame.bar.id, 'data'), label: t('cancel') }} />
    </FormFrame>
  )
}

export function FormFrame({ title, lead, wide, children, ...frame }: PersonFrameProps & { title: string; lead?: string; /** A table and not a form. */ wide?: boolean; children: ReactNode }) {
  return (
    <PersonFrame {...frame} tab="data">
      <section className={`card p-(--card-pad) ${wide ? '' : 'max-w-3xl'}`}>
        <h2>{title}</h2>
        {lead && <p className="mt-1 max-w-text text-muted">{lead}</p>}
        <div className="mt-4">{children}</div>
      </section>
    </PersonFrame>
  )
}
