import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Icon } from './icon'

export type StepStatus = 'done' | 'current' | 'todo' | 'stopped'
export type Step = { key: string; label: string; status: StepStatus; href?: string }

/** The steps of something that takes several, always in view; a done step can be a link back. */
export function StepGuide({ label, steps }: { label?: string; steps: Step[] }) {
  const t = useTranslations('ui.steps')
  return (
    <ol className="steps" aria-label={label ?? t('label')}>
      {steps.map((step, index) => (
        <li key={step.key} data-status={step.status} aria-current={step.status === 'current' ? 'step' : undefined}>
          <span className="step-mark" aria-hidden="true">
            {step.status === 'done' ? <Icon name="check" /> : step.status === 'stopped' ? <Icon name="close" /> : index + 1}
          </span>
          <span className="sr-only">{t(step.status)}</span>
          {step.href ? <Link href={step.href} prefetch={false}>{step.label}</Link> : step.label}
        </li>
      ))}
    </ol>
  )
}
