import { listHref } from './rules'

/** Where a form leads back to. The search parameter makes the browser read the page anew, and marks what was changed. */
export function placeOf(back: 'desk' | 'person' | 'home', personId: string | null, mark: { done: string } | { changed: string }): string {
  const path = back === 'home' ? '/' : back === 'person' ? listHref(personId) : '/tasks'
  const [[name, id] = ['changed', '']] = Object.entries(mark)
  return `${path}?${name}=${id}${name === 'changed' ? `#task-${id}` : ''}`
}
