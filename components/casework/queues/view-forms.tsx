import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { ActionButton } from '@/components/ui/action-button'
import { Banner } from '@/components/ui/banner'
import { deleteView, renameView, restoreView, saveView } from '@/lib/casework/queues/views/actions'
import type { SavedView } from '@/lib/casework/queues/queries'
import { queueHref, queueSearch, type QueueState } from '@/lib/casework/queues/schema'

/** The list as it stands, kept under a name; or the view it is, with what its owner can do with it. */
export function ViewForms({ state, view }: { state: QueueState; view: SavedView | null }) {
  const t = useTranslations('casework.queues.view')
  const fields = (name: string, shared: boolean): FieldSpec[] => [{ type: 'text', name: 'viewName', label: t('name'), help: t('nameHelp'), value: name }, { type: 'tick', name: 'shared', label: t('share'), help: t('shareHelp'), checked: shared }]
  const cancel = { href: queueHref(state), label: t('cancel') }
  if (view && !view.mine) return <p className="no-print text-sm text-muted">{t('of', { name: view.name, by: view.by })}</p>
  return (
    <details key={view ? `${view.id} ${view.version}` : 'new'} className="explain no-print">
      <summary>{view ? t('change', { name: view.name }) : t('save')}</summary>
      <div className="mt-2 space-y-3">
        {view ? <><FieldsForm key={view.version} action={renameView} fields={fields(view.name, view.shared)} hidden={{ viewId: view.id, version: String(view.version) }} submit={t('changeSubmit')} cancel={cancel} /><ActionButton action={deleteView} values={{ viewId: view.id }} size="small">{t('delete')}</ActionButton></>
          : <FieldsForm action={saveView} fields={fields('', false)} hidden={{ search: queueSearch(state).toString() }} submit={t('saveSubmit')} cancel={cancel} />}
      </div>
    </details>
  )
}

/** A view was taken away: one click puts it back. */
export function ViewUndo({ viewId }: { viewId: string }) {
  const t = useTranslations('casework.queues.view')
  return <div role="status" className="mb-4"><Banner tone="success" actions={<ActionButton action={restoreView} values={{ viewId }} size="small">{t('undo')}</ActionButton>}>{t('deleted')}</Banner></div>
}

/** One's own views and those of the unit, under the queues. */
export function ViewNav({ views, current }: { views: readonly SavedView[]; current: SavedView | null }) {
  const t = useTranslations('casework.queues.view')
  if (views.length === 0) return null
  return (
    <nav aria-label={t('title')} className="no-print queue-nav mt-4">
      <section>
        <h2 className="eyebrow">{t('title')}</h2>
        <ul>{views.map(({ id, name, search, shared }) => <li key={id}><a href={`/caseload?${search}&view=${id}`} aria-current={id === current?.id ? 'page' : undefined}><span className="min-w-0 flex-1">{name}</span>{shared && <span className="text-muted">{t('shared')}</span>}</a></li>)}</ul>
      </section>
    </nav>
  )
}
