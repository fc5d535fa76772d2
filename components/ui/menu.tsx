import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { Icon } from './icon'

type Props = {
  /** What the button says; left out it is three dots called "Flere handlinger". */
  label?: ReactNode
  /** Which thing the actions belong to, for screen readers, where several menus stand on one page. */
  about?: string
  variant?: ButtonVariant
  size?: ButtonSize
  /** Links and buttons; `<hr />` between groups, class `menu-danger` for what cannot be undone. */
  children: ReactNode
}

/** Less used actions behind a button. The browser opens and closes it, also without scripts. */
export function Menu({ label, about, variant = 'quiet', size, children }: Props) {
  const t = useTranslations('ui.menu')
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} className={buttonStyle(variant, size)}>
        {label ?? <><Icon name="more" /><span className="sr-only">{t('more')}</span></>}
        {about && <span className="sr-only"> {about}</span>}
        {label && <Icon name="down" />}
      </button>
      <div id={id} popover="auto" className="menu">{children}</div>
    </>
  )
}
