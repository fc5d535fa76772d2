/** What a note about an association is about: whether one can count on them, whether they answer, or something else. */
export const noteKinds = ['trust', 'responsiveness', 'other'] as const
export type NoteKind = (typeof noteKinds)[number]
