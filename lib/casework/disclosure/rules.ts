/** What a file that leaves the house is for: written to the log with who took it out. */
export const reportPurposes = ['citizen', 'talk', 'meeting', 'record'] as const
