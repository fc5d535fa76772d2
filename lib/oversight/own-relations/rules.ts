/** Whom a member of staff may be close to. SELF: their own record, which brings its registered family along. Older rows of an installation may hold other words. */
export const relationKinds = ['SELF', 'SPOUSE', 'FORMER_SPOUSE', 'CHILD', 'PARENT', 'SIBLING', 'OTHER_FAMILY', 'HOUSEHOLD', 'FRIEND', 'COLLEAGUE'] as const
export type OwnRelationKind = (typeof relationKinds)[number]
