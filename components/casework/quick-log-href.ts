type Place = { people: readonly string[]; s?: string | undefined; more?: boolean | '1' | undefined; draft?: string | undefined; back?: string | undefined }

/** The quick log with these people chosen. Ids alone: names never stand in an address. */
export function quickLogHref({ people, s, more, draft, back }: Place): string {
  const query = new URLSearchParams([...people.map((id) => ['person', id]), ...(s ? [['s', s]] : []), ...(more ? [['more', '1']] : []), ...(draft ? [['draft', draft]] : []), ...(back ? [['back', back]] : [])])
  return `/contacts/new${query.size > 0 ? `?${query}` : ''}`
}
