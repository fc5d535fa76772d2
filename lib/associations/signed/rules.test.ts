import { expect, it } from 'vitest'
import { signedProblem } from './rules'

it.each([
  ['', 'empty'],
  ['Fornavn;Efternavn', 'kind'],
  ['PK\u0003\u0004 %%EOF', 'kind'],
  ['%PDF-1.7 half of it', 'cut'],
  ['%PDF-1.7\ntrailer << /Encrypt 12 0 R >>\n%%EOF', 'locked'],
  ['%PDF-1.7\ntrailer << /Encrypt<</V 4>> >>\n%%EOF', 'locked'],
  ['%PDF-1.7\n1 0 obj (How to /Encrypt a letter)\n%%EOF\n', null],
  [`\n\n%PDF-1.4\n${'x'.repeat(5000)}\n%%EOF`, null],
] as const)('%j is %s', (text, problem) => expect(signedProblem(new TextEncoder().encode(text))).toBe(problem))
