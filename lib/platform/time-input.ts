/** "14:30", "14.30" and "1430" as hours and minutes; null for what is no time of day. */
export function readTime(text: string): { hour: number; minute: number } | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return { hour: Number(hour), minute: Number(minute) }
}
