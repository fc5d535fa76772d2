import type { Day } from '@/lib/platform/day'

/** Until the day before a seat is taken and given up by oneself. On the day somebody must hear it: by telephone. */
export const seatIsOpen = ({ onDay, cancelled }: { onDay: Day; cancelled: boolean }, today: Day): boolean => onDay > today && !cancelled
