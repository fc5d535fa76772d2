/** Where the forms of the plan lead back to. The search parameter makes the browser read the page anew, and marks what was changed. */
export function planHref(personId: string, mark: { changed?: string; open?: string } = {}): string {
  const [[name, id] = ['', '']] = Object.entries(mark)
  return `/people/${personId}/plan${id ? `?${name}=${id}#plan-${id}` : ''}`
}

export const weekHref = (personId: string, changed = ''): string => `/people/${personId}/plan/week${changed && `?changed=${changed}`}`
