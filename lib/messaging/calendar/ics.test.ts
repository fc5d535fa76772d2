import { describe, expect, it } from 'vitest'
import { momentAt, toDay } from '@/lib/platform/day'
import { type CalendarEvent, eventFeed, eventFile } from './ics'

const options = { language: 'da' as const, organisation: 'Eksempel Kommune' }
const at = (day: string, hour: number, minute = 0) => momentAt(toDay(day), hour, minute)
const talk = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'aftale-1@eksempel.example',
  sequence: 0,
  startsAt: at('2026-09-15', 10, 30),
  endsAt: at('2026-09-15', 11, 15),
  stampedAt: at('2026-09-01', 23, 30),
  ...changes,
})

describe('a calendar file', () => {
  it('is neutral: no name, no reason, no place unless given', () => {
    const file = eventFile(talk(), options)
    expect(file).toContain('SUMMARY:Aftale')
    expect(file).not.toMatch(/LOCATION|DESCRIPTION|ORGANIZER|ATTENDEE|veteran/i)
    expect(eventFile(talk(), { ...options, language: 'en' })).toContain('SUMMARY:Appointment')
  })

  it('has one entry per uid, CRLF lines and the same bytes every time', () => {
    const file = eventFile(talk(), options)
    expect(file.split('BEGIN:VEVENT')).toHaveLength(2)
    expect(file.replaceAll('\r\n', '')).not.toContain('\n')
    expect(eventFile(talk(), options)).toBe(file)
    expect(file).toContain('UID:aftale-1@eksempel.example')
  })

  it.each([
    ['summer', '2026-09-15', 10, '20260915T080000Z'],
    ['winter', '2026-12-15', 10, '20261215T090000Z'],
    ['the morning after the clocks go forward', '2026-03-29', 9, '20260329T070000Z'],
    ['the morning after the clocks go back', '2026-10-25', 9, '20261025T080000Z'],
    ['half past eleven at night', '2026-10-24', 23, '20261024T210000Z'],
    ['29 February', '2028-02-29', 10, '20280229T090000Z'],
  ])('%s: Danish clock as UTC', (_, day, hour, expected) => {
    const file = eventFile(talk({ startsAt: at(day, hour), endsAt: at(day, hour, 45) }), options)
    expect(file).toContain(`DTSTART:${expected}`)
    expect(file).not.toMatch(/TZID|VTIMEZONE/)
  })

  it('escapes what is given', () => {
    expect(eventFile(talk({ location: 'Sal 2; bygning A, 1. sal\nBEGIN:VEVENT' }), options)).toContain('LOCATION:Sal 2\\; bygning A\\, 1. sal\\nBEGIN:VEVENT')
  })

  it('a cancelled talk cancels the entry it made', () => {
    const file = eventFile(talk({ cancelled: true, sequence: 1 }), options)
    expect(file).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/)
  })

  it('refuses an appointment that ends before it begins, or at no time', () => {
    expect(() => eventFile(talk({ endsAt: talk().startsAt }), options)).toThrow(RangeError)
    expect(() => eventFile(talk({ startsAt: new Date('x') }), options)).toThrow(RangeError)
  })
})

describe('a feed', () => {
  it('lists by time, keeps cancelled ones as cancelled, and says how often to look', () => {
    const feed = eventFeed([talk({ uid: 'b', startsAt: at('2026-09-16', 8), endsAt: at('2026-09-16', 9) }), talk({ uid: 'a', cancelled: true })], options)
    expect([...feed.matchAll(/UID:(\w)/g)].map((match) => match[1])).toEqual(['a', 'b'])
    expect(feed).toContain('STATUS:CANCELLED')
    expect(feed).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:P(T15M|0DT0H15M0S|T900S)/)
  })

  it('is a valid calendar when empty, and refuses more than 5,000', () => {
    expect(eventFeed([], options)).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\s*$/)
    expect(() => eventFeed(Array.from({ length: 5001 }, () => talk()), options)).toThrow(RangeError)
  })
})
