/** What a colleague says about an entry that is not part of what happened. */
export const remarkKinds = ['comment', 'praise'] as const
export type RemarkKind = (typeof remarkKinds)[number]
/** Characters. */
export const REMARK_MOST = 500
/** Days a remark stands on the first page of whoever wrote the entry. */
export const REMARK_DAYS = 14
