import { useTranslations } from 'next-intl'
import { Button } from './button'

type Props = {
  /** Name of the query parameter. */
  name?: string
  label: string
  defaultValue?: string
  placeholder?: string
  /** An address (the words then stand in it) or a server action (they do not); the current page when left out. */
  action?: string | ((data: FormData) => void | Promise<void>)
  /** Other list state to carry along, as hidden fields. */
  keep?: Record<string, string | undefined>
  /** Shown to all, or only read aloud. */
  showLabel?: boolean
  id?: string
}

/**
 * A search that works without scripts. Words that may be about a person (names, CPR numbers) must not stand in an address:
 * give a server action for those.
 */
export function SearchField({ name = 'q', label, defaultValue, placeholder, action, keep = {}, showLabel, id = 'search' }: Props) {
  const t = useTranslations('ui.search')
  return (
    <form role="search" action={action} className="no-print flex max-w-xl flex-col gap-1">
      <label htmlFor={id} className={showLabel ? 'field-label' : 'sr-only'}>{label}</label>
      <div className="flex">
        <input id={id} name={name} type="search" defaultValue={defaultValue} placeholder={placeholder} autoComplete="off" spellCheck={false}
          className="control rounded-r-none" />
        <Button type="submit" variant="primary" icon="search" className="rounded-l-none">{t('submit')}</Button>
      </div>
      {Object.entries(keep).map(([key, value]) => value && <input key={key} type="hidden" name={key} value={value} />)}
    </form>
  )
}
