import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_TEMPLATES } from '@/lib/messaging/letters/default-templates'
import { eventFile } from '@/lib/messaging/calendar/ics'
import { NEUTRAL_LABELS } from '@/lib/messaging/memo/neutral'
import { talkFile } from '@/lib/outreach/talks/calendar'

const names = { da: /ret til at have en bisidder med/, en: /right to bring a companion/ } as const
const languages = ['da', 'en'] as const

/** Every text of the catalogue by its path. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))
}
const catalogue = (language: string) => globSync(`messages/${language}/*.json`).flatMap((file) => texts(JSON.parse(readFileSync(file, 'utf8')), basename(file, '.json')))
/** A message with a day, a time and a place asks somebody to come there. A cancellation names no place; what a page says of a talk is no message and has no day of its own. */
const invites = (text: string) => ['{day}', '{time}', '{place}'].every((field) => text.includes(field))

describe.each(languages)('whoever is asked to come to a meeting is told that they may bring somebody (%s)', (language) => {
  it('in every mail', () => {
    const found = catalogue(language).filter(([, text]) => invites(text))
    expect(found.map(([path]) => path)).toEqual(expect.arrayContaining(['talks.mail.bodyBooked', 'events.mail.bodyInvitation', 'events.mail.bodyReminder']))
    expect(found.filter(([, text]) => !names[language].test(text)).map(([path]) => path)).toEqual([])
  })

  it('in every letter', () => {
    const found = DEFAULT_TEMPLATES.filter((template) => template.language === language && /"invitation"|\{\{(talk|event)(Date|Time|Place)\}\}/.test(JSON.stringify(template.blocks)))
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['yearly-letter', 'first-letter', 'flag-day']))
    expect(found.filter((template) => !names[language].test(JSON.stringify(template.blocks))).map(({ id }) => id)).toEqual([])
  })

  it('in every entry of a calendar, of Digital Post as well', () => {
    const talk = { id: 'a', startsAt: new Date('2026-11-24T09:00:00Z'), endsAt: new Date('2026-11-24T10:00:00Z'), place: 'Rådhuset', sequence: 0, changedAt: new Date('2026-11-20T09:00:00Z') }
    const companion = catalogue(language).find(([path]) => path === 'talks.mail.companion')?.[1] ?? ''
    const unfolded = (file: string) => file.replaceAll(/\r?\n[ \t]/g, '')
    expect(unfolded(talkFile(talk, { language, organisation: 'Kommunen', companion }))).toMatch(names[language])
    expect(unfolded(talkFile(talk, { language, organisation: 'Kommunen', companion }, true))).not.toMatch(names[language])
    expect(NEUTRAL_LABELS[language].companion).toMatch(names[language])
    expect(eventFile({ uid: 'a', sequence: 0, startsAt: talk.startsAt, endsAt: talk.endsAt, stampedAt: talk.changedAt }, { language, organisation: 'Kommunen' })).not.toMatch(names[language])
  })
})

it('no file of one appointment is made beside the one that names the right', () => {
  const makers = globSync('{lib,app}/**/*.{ts,tsx}').filter((file) => /\beventFile\(/.test(readFileSync(file, 'utf8')) && !file.includes('.test.'))
  expect(makers.sort()).toEqual(['lib/messaging/calendar/ics.ts', 'lib/outreach/talks/calendar.ts'])
})
