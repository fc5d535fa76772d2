/** A course opens the way to a role that asks for one; supervision and experience meetings are for those who help. */
export const trainingKinds = ['course', 'supervision', 'meeting'] as const
export type TrainingKind = (typeof trainingKinds)[number]
