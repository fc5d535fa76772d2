import type { CellProblem, ImportKind, Values } from '@/lib/imports/kind'
import type { Day } from '@/lib/platform/day'
import { readCpr } from '../cpr/rules'
import { foldName } from '../names/fold'
import { nameInOrder, sameNameHint, splitName, tidyName } from '../names/rules'
import { splitAddress, tidyDoor, tidyFloor } from './address'

type Problem = CellProblem & { field: string }
type Compose = NonNullable<ImportKind['compose']>

/** Reads the row as a whole: one name column to two, one address column to its parts, and what two cells say about each other. */
export const composeVeteran: Compose = (cells, { today }) => {
  const values = composeAddress(composeName(cells))
  const problems = [...nameProblems(cells), ...birthProblems(values, today), ...addressProblems(values), ...deploymentProblems(values)]
  return { values: withBirthDate(values), problems }
}

function composeName(cells: Values): Values {
  const { fullName, ...values } = cells
  if (!fullName) return { ...values, ...tidied(values, ['firstName', 'lastName']) }
  const { given, family } = splitName(fullName)
  // Own columns for the parts are better than our splitting of the whole.
  return { ...values, fullName: tidyName(fullName), firstName: values.firstName ?? given, lastName: values.lastName ?? family }
}

function tidied(values: Values, keys: string[]): Values {
  return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, tidyName(values[key])]])))
}

function nameProblems(cells: Values): Problem[] {
  if (!cells.fullName || (cells.firstName && cells.lastName)) return []
  const name = splitName(cells.fullName)
  if (!name.given || !name.family) return [{ field: 'fullName', code: 'name-one-word', severity: 'doubt', params: { text: cells.fullName } }]
  // Half of all Danes have a middle name: asking about each would bury the questions that matter, so it is told and not asked.
  return name.certain ? [] : [{ field: 'fullName', code: 'name-split', severity: 'hint', params: { given: name.given, family: name.family } }]
}

function composeAddress(values: Values): Values {
  if (!values.street) return values
  const parts: Values = values.number ? { street: values.street } : { ...splitAddress(values.street) }
  // A cell of its own always wins over what was read out of the line.
  const whole: Values = { ...parts, ...values, street: parts.street ?? values.street }
  if (whole.number) whole.number = whole.number.replace(/\s/g, '').toUpperCase().replace(/^0+(?=\d)/, '')
  if (whole.floor) whole.floor = tidyFloor(whole.floor)
  if (whole.door) whole.door = tidyDoor(whole.door)
  return whole
}

function addressProblems(values: Values): Problem[] {
  if (values.street && !(values.postcode && values.town)) return [{ field: 'street', code: 'address-incomplete', severity: 'doubt' }]
  return []
}

/** The number tells the birth date where no column does. */
function withBirthDate(values: Values): Values {
  const fromCpr = birthDateInCpr(values)
  return values.birthDate || !fromCpr ? values : { ...values, birthDate: fromCpr }
}

function birthProblems(values: Values, today: Day): Problem[] {
  const fromCpr = birthDateInCpr(values)
  if (fromCpr && fromCpr > today) return [{ field: 'cpr', code: 'cpr-born-in-future', severity: 'error' }]
  if (fromCpr && values.birthDate && fromCpr !== values.birthDate) return [{ field: 'birthDate', code: 'birth-date-differs-from-cpr', severity: 'doubt' }]
  return []
}

function birthDateInCpr(values: Values): Day | null {
  const reading = values.cpr ? readCpr(values.cpr) : null
  return reading && (reading.kind === 'cpr' || reading.kind === 'replacement') ? reading.birthDate : null
}

function deploymentProblems(values: Values): Problem[] {
  const { mission, country, deployedFrom, deployedTo, service } = values
  if (deployedFrom && deployedTo && deployedTo < deployedFrom) return [{ field: 'deployedTo', code: 'deployment-ends-before-start', severity: 'error' }]
  if (mission || country) return []
  if (deployedFrom || deployedTo) return [{ field: deployedFrom ? 'deployedFrom' : 'deployedTo', code: 'deployment-without-place', severity: 'doubt' }]
  return service ? [{ field: 'service', code: 'service-without-deployment', severity: 'hint' }] : []
}

/** A whole name in one column says nothing about where the stored first name ends: the same words are no change. */
export function keepStoredName(values: Values, stored: Values): Values {
  if (!values.fullName) return values
  const whole = foldName(nameInOrder({ given: stored.firstName ?? '', family: stored.lastName ?? '' }))
  const { firstName, lastName, ...rest } = values
  const same = whole !== '' && whole === foldName(nameInOrder({ given: firstName ?? '', family: lastName ?? '' }))
  return same ? { ...rest, ...pick(stored, ['firstName', 'lastName']) } : values
}

function pick(values: Values, keys: string[]): Values {
  return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])))
}

export function nameHintOf(values: Values, stored: Values): 'same' | 'close' | null {
  return sameNameHint({ given: values.firstName ?? '', family: values.lastName ?? '' }, { given: stored.firstName ?? '', family: stored.lastName ?? '' })
}

/** The key under which a row without CPR number and register key is looked up: folded first and last name and the birth date. */
export function nameAndBirthDate(values: Values): string | null {
  const { firstName, lastName, birthDate } = values
  return firstName && lastName && birthDate ? `${foldName(`${firstName} ${lastName}`)}|${birthDate}` : null
}
