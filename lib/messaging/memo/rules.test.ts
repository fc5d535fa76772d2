import { describe, expect, it } from 'vitest'
import { fileNameAllowed, isHttps, isV4, memoProblems } from './rules'
import { SAMPLE_TALK, sampleMemo } from './sample'

const codes = (changes: Parameters<typeof sampleMemo>[0]) => memoProblems(sampleMemo(changes)).map(({ code, field }) => `${code} ${field}`)
const { document, reply } = sampleMemo()

describe('the conventions of a message', () => {
  it('are kept by the sample', () => {
    expect(codes({ talk: SAMPLE_TALK })).toEqual([])
  })

  it.each([
    ['v7 key', { messageUuid: '019f0000-0000-7000-8000-000000000000' }, 'uuid-not-v4 messageUuid'],
    ['http link', { reply: { ...reply!, url: 'http://indgang.eksempel.example/svar/X' } }, 'url-not-https reply.url'],
    ['relative link', { reply: { ...reply!, url: '/svar/X' } }, 'url-not-https reply.url'],
    ['script link', { reply: { ...reply!, url: 'javascript:alert(1)' } }, 'url-not-https reply.url'],
    ['long link', { reply: { ...reply!, url: `https://a.example/${'x'.repeat(260)}` } }, 'url-too-long reply.url'],
    ['colon in file name', { document: { ...document, fileName: 'brev: 1.pdf' } }, 'file-name-forbidden document.fileName'],
    ['CPR in file name', { document: { ...document, fileName: '610180-9990.pdf' } }, 'label-says-too-much document.fileName'],
    ['CPR in label', { label: 'Brev til 610180-9990' }, 'label-says-too-much label'],
    ['reason in label', { label: 'Til dig som veteran' }, 'label-says-too-much label'],
    ['reason in notification', { notification: 'Svar jobcenteret' }, 'label-says-too-much notification'],
    ['reason in sender', { sender: { cvr: '12345678', label: 'Veteranindsatsen' } }, 'label-says-too-much sender.label'],
    ['long notification', { notification: 'x'.repeat(161) }, 'notification-too-long notification'],
    ['CVR with space', { sender: { cvr: '12 34 56 78', label: 'K' } }, 'cvr-malformed sender.cvr'],
    ['three-letter language', { language: 'dan' }, 'language-malformed language'],
    ['empty document', { document: { ...document, pdf: new Uint8Array() } }, 'not-a-pdf document.pdf'],
    ['talk backwards', { talk: { ...SAMPLE_TALK, endsAt: SAMPLE_TALK.startsAt } }, 'ends-before-start talk.endsAt'],
    ['empty place', { talk: { ...SAMPLE_TALK, location: ' ' } }, 'text-missing talk.location'],
    ['broken date', { createdAt: new Date('x') }, 'moment-invalid createdAt'],
  ])('%s is named', (_, changes, expected) => {
    expect(codes(changes)).toContain(expected)
  })

  it.each([...'<>:"/\\|?*\n\r', '\u00A0', '\u2000', '\u200A', '\u2028', '\u205F', '\u2060', '\u3000'])('file name with %j is refused', (sign) => {
    expect(fileNameAllowed(`brev${sign}.pdf`)).toBe(false)
  })

  it.each(['12345678-1234-4234-8234-123456789012', 'ab123456-7890-4aaa-8aaa-aa1234567890'])('an id full of digits is a good file name: %s', (id) => {
    expect(codes({ document: { ...document, fileName: `${id}.pdf` } })).toEqual([])
  })

  it('plain checks', () => {
    expect(fileNameAllowed('brev æøå 2026.pdf')).toBe(true)
    expect(isV4('3D1F6A52-8C0E-4F7B-9D21-5B7E0C9A4F11')).toBe(true)
    expect(isV4('3d1f6a52-8c0e-4f7b-cd21-5b7e0c9a4f11')).toBe(false)
    expect(isHttps('HTTPS://a.example')).toBe(true)
    expect(isHttps('https://')).toBe(false)
  })
})
