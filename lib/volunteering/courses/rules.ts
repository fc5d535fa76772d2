import type { Day } from '@/lib/platform/day'

/** Signed up, gave the seat up, took part, or did not come. */
export const seatStates = ['signed', 'gave-up', 'attended', 'absent'] as const
export type SeatState = (typeof seatStates)[number]

export const courseTabs = ['coming', 'held'] as const
export type CourseTab = (typeof courseTabs)[number]
/** From its day on it can be written who took part. */
export const mayRecord = ({ onDay, cancelledOn }: { onDay: Day; cancelledOn: Day | null }, today: Day): boolean => onDay <= today && cancelledOn === null
