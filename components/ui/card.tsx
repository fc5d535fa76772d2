import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  children: ReactNode
  actions?: ReactNode
  /** Where the facts come from, e.g. "CPR" or "registerfil 3. august". */
  source?: ReactNode
  /** When they last changed: a DateText or MomentText. */
  changed?: ReactNode
  /** A sentence of its own below the subject: who wrote it, since when. It is no source. */
  foot?: ReactNode
  level?: 2 | 3
  id?: string
}

/** One subject. Says where its facts come from and how old they are. */
export function Card({ title, children, actions, source, changed, foot, level = 2, id }: Props) {
  const t = useTranslations('ui.card')
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="card" id={id}>
      <div className="card-head"><Heading>{title}</Heading>{actions && <div className="form-actions">{actions}</div>}</div>
      <div className="card-body">{children}</div>
      {(source || changed || foot) && (
        <footer className="card-foot">
          {source && <span>{t.rich('source', { what: () => source })}</span>}
          {changed && <span>{t.rich('changed', { what: () => changed })}</span>}
          {foot && <span>{foot}</span>}
        </footer>
      )}
    </section>
  )
}
