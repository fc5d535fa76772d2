import { describe, expect, it } from 'vitest'
import { glassInput } from '@/lib/oversight/break-glass/schema'
import { liftInput } from '@/lib/people/protection/schema'
import { reasonInput } from './schema'

const id = '019a0000-0000-7000-8000-000000000001'
const said = (result: { success: boolean; error?: { issues: { message: string }[] } }) => (result.success ? 'taken' : (result.error?.issues ?? []).map(({ message }) => message).join())

describe('a reason that is kept in the log', () => {
  const forms: [string, (reason: string) => string][] = [
    ['for opening somebody', (note) => said(reasonInput.safeParse({ personId: id, code: 'other', note }))],
    ['for lifting a protection', (reason) => said(liftInput.safeParse({ personId: id, row: id, reason }))],
    ['for breaking the glass', (note) => said(glassInput.safeParse({ code: 'duty', note, hours: '4', cpr: '670170-1234' }))],
  ]
  it.each(forms)('%s holds no CPR number, however it is written', (_, form) => {
    expect(form('Borgeren ringede om sagen fra 12. maj, journal 26/4711')).toBe('taken')
    for (const number of ['610170-1234', '6101701234', '610170 1234', 'cpr:610170–1234;', '010170-1234']) expect(form(`Borgeren har nummer ${number}, ring i morgen`)).toBe('access.reason.error.number')
  })
})
