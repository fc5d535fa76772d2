import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { Icon, type IconName } from './icon'

type Props = {
  href: string
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: IconName
  /** A file or another origin: fetched by the browser itself, not by the router. `false` where a proof may be asked for first: a page that asks is not to be saved as the file. */
  download?: boolean | string
  className?: string
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ href, children, variant = 'secondary', size, icon, download, className }: Props) {
  const style = buttonStyle(variant, size, className)
  const content = <>{icon && <Icon name={icon} />}{children}</>
  if (download !== undefined || !href.startsWith('/')) return <a href={href} download={download} className={style}>{content}</a>
  return <Link href={href} prefetch={false} className={style}>{content}</Link>
}
