import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { FormState } from './form-state'
import { Icon } from './icon'

/** What every field takes. `name` is the form name; texts arrive ready to show. */
export type FieldProps = {
  name: string
  label: ReactNode
  help?: ReactNode
  optional?: boolean
  disabled?: boolean
  state?: FormState
  scope?: string
}

type Props = {
  id: string
  label: ReactNode
  help?: ReactNode
  errors: string[]
  optional?: boolean
  hideLabel?: boolean
  children: ReactNode
}

/** Label, help, error, then the control. The control points at help and error by `describedBy(id, …)`. */
export function Field({ id, label, help, errors, optional, hideLabel, children }: Props) {
  return (
    <div className={classNames('field', errors.length > 0 && 'field-invalid')}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'field-label'}>
        {label}
        {optional && <OptionalMark />}
      </label>
      <FieldTexts id={id} help={help} errors={errors} />
      {children}
    </div>
  )
}

/** The same for a group of controls: a fieldset with its legend. It can take focus so that the error summary can point at it. */
export function FieldGroup({ id, label, help, errors, optional, children, describedBy }: Props & { describedBy?: string }) {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy} className={classNames('field', errors.length > 0 && 'field-invalid')}>
      <legend className="field-label mb-1">
        {label}
        {optional && <OptionalMark />}
      </legend>
      <FieldTexts id={id} help={help} errors={errors} />
      {children}
    </fieldset>
  )
}

function OptionalMark() {
  const t = useTranslations('ui.field')
  return <span className="field-optional"> {t('optional')}</span>
}

function FieldTexts({ id, help, errors }: { id: string; help?: ReactNode; errors: string[] }) {
  const t = useTranslations('ui.field')
  return (
    <>
      {help && (
        <div id={`${id}-help`} className="field-help">
          {help}
        </div>
      )}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="error" />
          <span>
            <span className="sr-only">{t('error')} </span>
            {errors.join(' ')}
          </span>
        </p>
      )}
    </>
  )
}
