/** What a volunteer can be worried about, the one that cannot wait first. */
export const concernKinds = ['unsafe', 'worried', 'boundaries', 'stuck', 'practical', 'other'] as const
export type ConcernKind = (typeof concernKinds)[number]
