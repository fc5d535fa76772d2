import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { errorCode, log } from './log'
import { withoutWords } from './words'

let lines = ''
beforeEach(() => {
  lines = ''
  vi.stubEnv('LOG_LEVEL', 'info')
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((lines += String(text)), true))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('a log line', () => {
  it('holds the event, the time and the allowed fields, and nothing else that is handed in', () => {
    log.warn('run.sent', { runId: 'r-1', count: 3, name: 'Birthe Hansen', err: new Error('Birthe Hansen'), password: 'hemmelig' } as never)
    const line = JSON.parse(lines) as Record<string, unknown>
    expect(Object.keys(line).sort()).toEqual(['count', 'level', 'msg', 'runId', 'time'])
    expect(lines).not.toMatch(/Birthe|hemmelig/)
  })

  it.each(['610190-1234', '6101901234', '010190 1234', '010190%201234', '010190–1234'])('never holds a number like %s, even where one should not be', (number) => {
    log.error(`failed for ${number}`, { code: `x${number}`, route: `/people/${number}` })
    expect(lines).toContain('[cpr]')
    expect(lines).not.toContain('1234')
  })
})

describe('what is said of an error', () => {
  it('is its class and code, never its words', () => {
    const known = new Prisma.PrismaClientKnownRequestError('Unique constraint on Birthe 610190-1234', { code: 'P2002', clientVersion: '7', meta: { target: ['Birthe'] } })
    const validation = new Prisma.PrismaClientValidationError('Argument firstName: "Birthe 610190-1234"', { clientVersion: '7' })
    expect([errorCode(known), errorCode(validation), errorCode(new TypeError('Birthe')), errorCode('Birthe'), errorCode(null)]).toEqual(['PrismaClientKnownRequestError:P2002', 'PrismaClientValidationError', 'TypeError', 'unknown', 'unknown'])
  })

  it('holds no name or code that is no code', () => {
    expect(errorCode(Object.assign(new Error('x'), { code: 'Birthe Hansen' }))).toBe('Error')
    expect(errorCode(Object.assign(new Error('x'), { name: 'Birthe Hansen 610190-1234' }))).toBe('Error')
  })
})

describe('an error that leaves our code', () => {
  it('keeps its class and its code, and says nothing of what it was about', () => {
    const refused = Object.assign(new Error('Key (cpr)=(610190-1234) already exists'), { name: 'DriverAdapterError', cause: { detail: 'Birthe 610190-1234' }, code: '23505' })
    const known = new Prisma.PrismaClientKnownRequestError('Unique constraint on Birthe 610190-1234', { code: 'P2002', clientVersion: '7', meta: { target: ['Birthe'] } })
    for (const error of [refused, known]) {
      expect(withoutWords(error)).toBe(error)
      expect(inspect(error, { depth: 9 })).not.toMatch(/Birthe|1234/)
      expect(error.stack).toMatch(/\n {4}at /)
    }
    expect([refused.message, known.code, known instanceof Prisma.PrismaClientKnownRequestError]).toEqual(['DriverAdapterError:23505', 'P2002', true])
  })

  it('is left as it is where the words are our own', () => {
    expect((withoutWords(new Error('An action must write to the audit trail')) as Error).message).toBe('An action must write to the audit trail')
  })
})
