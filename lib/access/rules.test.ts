import { describe, expect, it } from 'vitest'
import { deviceName, safeNext, visitorOf } from './rules'

describe('where to go after signing in', () => {
  it.each(['/', '/people', '/people/019a0000-0000-7000-8000-000000000001?tab=letters', '/outreach?status=overdue,due&page=2', '/people?q=100%25', '/runs/1/letters~2', '/sign-in/setup?next=/account'])('%s is ours', (next) => {
    expect(safeNext(next)).toBe(next)
  })

  it.each([
    [undefined], [''], ['people'], ['//evil.example'], ['/\\evil.example'], ['/\\/evil.example'], ['https://evil.example'], ['javascript:alert(1)'], ['/.//evil.example'], ['/..//evil.example'],
    ['/people//evil.example'], ['/people/../..//evil.example'], ['/%2fevil.example'], ['/%2e%2e/%2fevil.example'], ['/%5cevil.example'], ['/%09/evil.example'], ['/%0a/evil.example'], ['/\t/evil.example'],
    ['/\n/evil.example'], ['/people\n'], ['/@evil.example'], ['/people#x'], ['/people;x'], ['/./evil'], ['/.well-known/x'], ['/api/auth/signout'], ['/sign-in'], ['/sign-in?next=/people'], ['/sign-in/setup/x'], [`/${'a'.repeat(600)}`], [' /people'],
  ])('%j is not', (next) => {
    expect(safeNext(next)).toBe('/')
  })

  it('whatever is accepted stays on the host it is read on', () => {
    const parts = ['/', '.', '..', '%2f', '%2e', '\\', '?', '#', '@', ':', 'evil.example', 'a', '//', '\t']
    for (const a of parts) for (const b of parts) for (const c of parts) for (const d of parts) {
      const path = safeNext(`/${a}${b}${c}${d}`)
      const url = new URL(path, 'https://indgang.example')
      // Twice: what a browser has tidied up must not mean another place when it is read again.
      expect(new URL(url.pathname, 'https://indgang.example').host, path).toBe('indgang.example')
    }
  })
})

describe('the visitor', () => {
  it.each([
    [null, 'direct'], ['', 'direct'], ['203.0.113.9', '203.0.113.9'],
    // What the visitor wrote stands before what our proxy wrote.
    ['1.1.1.1, 203.0.113.9', '203.0.113.9'], ['direct,203.0.113.9 ', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:DB8:1:2:ffff::1', '2001:db8:1:2'], ['2001:db8::1', '2001:db8:0:0'], ['2001:0db8:0001:0002::', '2001:db8:1:2'], ['::1', '0:0:0:0'], ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ])('%j is %s', (forwarded, visitor) => {
    expect(visitorOf(forwarded)).toBe(visitor)
  })
})

it('a device is known by browser and system, and by nothing that tells more', () => {
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0')).toBe('Edge, Windows')
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604')).toBe('Safari, iPhone')
  expect([deviceName(null), deviceName('<script>')]).toEqual(['?', '?, ?'])
})
