/** How a login stands, in the list and on the user's own page. */
export const standingTones = { open: 'success', invited: 'info', expired: 'warning', closed: 'neutral' } as const
