import { mkdirSync, writeFileSync } from 'node:fs'
import { writeCsv } from '@/lib/imports/files/formula-text'
import { formatCpr } from '@/lib/people/cpr/rules'
import { type Day, partsOf } from '@/lib/platform/day'
import type { Service } from '../generated/enums'
import { replacementNumbers } from './cpr'
import { firstDeployment } from './deployments'
import { firstName, lastName } from './names'
import type { DemoVeteran } from './people'
import { placeIn } from './places'
import { type Random, randomFor } from './random'

/** Where the demo puts this year's register file for the newcomer to import: `${REGISTER_FOLDER}/veteranregister-<year>.csv`. */
export const REGISTER_FOLDER = '.indgang/demo'

const COLUMNS = ['Register-id', 'CPR-nr.', 'Fornavn', 'Efternavn', 'Fødselsdato', 'Vej og nr.', 'Etage', 'Dør', 'Postnr.', 'By', 'Adressebeskyttelse', 'Digital post', 'Mission', 'Land', 'Udsendt fra', 'Udsendt til', 'Værn']
const SERVICES: Record<Service, string> = { ARMY: 'Hæren', NAVY: 'Søværnet', AIR_FORCE: 'Flyvevåbnet', POLICE: 'Politi', HEALTH: 'Sundhed', EMERGENCY: 'Beredskab', OTHER: 'Andet' }
const MOVED = 14
const DISAPPEARED = 5
const NEW = 11
/** What a list typed by many hands looks like: the row of that number gets one cell nobody can read. */
const BAD: ReadonlyArray<readonly [row: number, column: string, cell: string]> = [
  [37, 'CPR-nr.', '1505A2-1234'], [112, 'Fødselsdato', '31-02-1975'], [203, 'Postnr.', '89OO'], [288, 'Efternavn', ''], [341, 'Værn', 'Hjemmeværnet'], [402, 'Udsendt til', 'engang i 90erne'],
]

/** This year's list from the Defence: mostly the same people, some moved, some new, a few gone without a word, a few cells that cannot be read. */
export function registerRows(today: Day, veterans: readonly DemoVeteran[]): string[][] {
  const draw = randomFor('register file')
  const listed = veterans.filter((one) => one.source === 'import' && !one.diedOn && !one.movedAwayOn && one.protection !== 'P3')
  const left = draw.shuffled(listed).slice(DISAPPEARED)
  const moved = new Set(left.filter((one) => one.protection === 'P0').slice(0, MOVED).map((one) => one.id))
  const rows = left.map((one) => rowOf(moved.has(one.id) ? { ...one, homes: [{ ...placeIn(draw), fromDay: null, toDay: null }] } : one))
  for (const [row, column, cell] of BAD) rows[row]![COLUMNS.indexOf(column)] = cell
  const taken = new Set(veterans.map((one) => one.cpr))
  return [COLUMNS, ...rows, ...Array.from({ length: NEW }, (_, index) => rowOf(newcomer(draw, today, index, taken)))]
}

export function writeRegisterFile(today: Day, veterans: readonly DemoVeteran[], folder = REGISTER_FOLDER): string {
  const path = `${folder}/veteranregister-${partsOf(today).year}.csv`
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, writeCsv(registerRows(today, veterans)))
  return path
}

type Listed = Pick<DemoVeteran, 'registerKey' | 'cpr' | 'firstName' | 'lastName' | 'birth' | 'homes' | 'protection' | 'digitalPost' | 'deployments'>

function rowOf(one: Listed): string[] {
  const home = one.homes.at(-1)
  const here = home && !home.toDay ? home : null
  const last = one.deployments.at(-1)!
  return [
    one.registerKey, one.cpr ? formatCpr(one.cpr) : '', one.firstName, one.lastName, danish(one.birth), here ? `${here.street} ${here.number}` : '', here?.floor ?? '', here?.door ?? '',
    here?.postcode ?? '', here?.town ?? '', one.protection === 'P1' || one.protection === 'P2' ? 'ja' : 'nej', { YES: 'tilmeldt', EXEMPT: 'fritaget', UNKNOWN: '' }[one.digitalPost],
    last.mission, last.country, danish(last.fromDay), danish(last.toDay), SERVICES[last.service],
  ]
}

function newcomer(draw: Random, today: Day, index: number, taken: Set<string | null>): Listed {
  const { deployment, birth } = firstDeployment(draw, today)
  const cprOf = replacementNumbers()
  let cpr = cprOf(birth)
  while (taken.has(cpr)) cpr = cprOf(birth)
  taken.add(cpr)
  return {
    registerKey: `VR-${31_000 + index * 3}`, cpr, firstName: firstName(draw, 'M', birth), lastName: lastName(draw), birth, homes: [{ ...placeIn(draw), fromDay: null, toDay: null }],
    protection: 'P0', digitalPost: draw.chance(0.8) ? 'YES' : 'EXEMPT', deployments: [deployment],
  }
}

function danish(day: Day): string {
  return day.split('-').reverse().join('-')
}
