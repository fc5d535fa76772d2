import { isValidElement, type ReactNode } from 'react'

/** What a cell says, without what it looks like: for a file that must hold the same words as the screen. An icon says nothing; what begins a line of its own is parted by a space. */
export function plainText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map((one: ReactNode) => plainText(one)).join('')
  if (!isValidElement<{ children?: ReactNode; className?: string }>(node) || typeof node.type === 'function' || typeof node.type === 'object') return ''
  const text = plainText(node.props.children)
  return node.props.className?.split(' ').includes('block') ? ` ${text}` : text
}
