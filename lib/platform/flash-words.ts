/** A page of ours, and what the link is called. */
export type FlashLink = { href: string; label: string }
export type Flash = { text: string; link: FlashLink | null }

/** The sentence and its link as one value of a cookie. */
export const flashValue = (text: string, link?: FlashLink): string => encodeURIComponent([text, ...(link ? [link.href, link.label] : [])].join('\n'))

/** What the cookie says. A cookie can be written by others than us: what is no page of ours is no link, and what cannot be read says nothing. */
export function flashOf(value: string | null): Flash | null {
  if (!value) return null
  try {
    const [text = '', href = '', label = ''] = decodeURIComponent(value).split('\n')
    return { text, link: /^\/[a-z][\w/-]*$/.test(href) && label ? { href, label } : null }
  } catch {
    return null
  }
}
