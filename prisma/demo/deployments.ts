import { addDays, addYears, type Day, diffDays, parseDay } from '@/lib/platform/day'
import type { Service } from '../generated/enums'
import type { Random } from './random'

type Mission = { mission: string; country: string; service: Service; from: number; to: number; weight: number; months: readonly [number, number] }

const m = (mission: string, country: string, service: Service, from: number, to: number, weight: number, months: readonly [number, number] = [5, 7]): Mission =>
  ({ mission, country, service, from, to, weight, months })

/** International operations Denmark took part in, with the years Danish personnel were there. */
const MISSIONS: readonly Mission[] = [
  m('UNFICYP', 'Cypern', 'ARMY', 1972, 1993, 30), m('UNFICYP', 'Cypern', 'POLICE', 1972, 1975, 1),
  m('UNPROFOR', 'Kroatien', 'ARMY', 1992, 1994, 40), m('UNPROFOR', 'Bosnien-Hercegovina', 'ARMY', 1993, 1995, 34),
  m('UNPROFOR, dansk-norsk hospital', 'Bosnien-Hercegovina', 'HEALTH', 1993, 1995, 5),
  m('IFOR', 'Bosnien-Hercegovina', 'ARMY', 1996, 1996, 22), m('SFOR', 'Bosnien-Hercegovina', 'ARMY', 1997, 2003, 52),
  m('KFOR', 'Kosovo', 'ARMY', 1999, 2021, 78), m('UNMIK, politistyrken', 'Kosovo', 'POLICE', 1999, 2008, 12, [9, 12]), m('EULEX', 'Kosovo', 'POLICE', 2009, 2023, 10, [9, 12]),
  m('DANCON/IRAK', 'Irak', 'ARMY', 2003, 2007, 48), m('DANCON/IRAK, politirådgivere', 'Irak', 'POLICE', 2004, 2007, 3),
  m('ISAF', 'Afghanistan', 'ARMY', 2002, 2014, 138), m('ISAF, feltlazarettet i Camp Bastion', 'Afghanistan', 'HEALTH', 2008, 2013, 13, [2, 4]),
  m('ISAF, flyvevåbnets bidrag', 'Afghanistan', 'AIR_FORCE', 2004, 2014, 10, [3, 6]), m('EUPOL', 'Afghanistan', 'POLICE', 2008, 2015, 4, [9, 12]),
  m('Resolute Support', 'Afghanistan', 'ARMY', 2015, 2020, 18), m('UNIFIL', 'Libanon', 'ARMY', 2009, 2011, 18),
  m('MINUSMA', 'Mali', 'ARMY', 2014, 2021, 10), m('MINUSMA, transportfly', 'Mali', 'AIR_FORCE', 2016, 2021, 5, [2, 4]),
  m('Operation Inherent Resolve', 'Irak', 'ARMY', 2015, 2022, 18), m('Operation Inherent Resolve, F-16', 'Kuwait', 'AIR_FORCE', 2014, 2016, 5, [2, 4]),
  m('NATO Mission Iraq', 'Irak', 'ARMY', 2020, 2025, 8), m('Operation Unified Protector', 'Italien', 'AIR_FORCE', 2011, 2011, 4, [2, 5]),
  m('Baltic Air Policing', 'Litauen', 'AIR_FORCE', 2004, 2022, 9, [3, 5]), m('Ocean Shield', 'Adenbugten', 'NAVY', 2009, 2016, 24, [3, 6]),
  m('Korvetten Olfert Fischer', 'Den Persiske Golf', 'NAVY', 1990, 1991, 6, [6, 8]), m('RECSYR', 'Syrien', 'NAVY', 2014, 2014, 5, [4, 6]),
  m('EMASoH', 'Hormuzstrædet', 'NAVY', 2020, 2021, 5, [3, 5]), m('eFP', 'Estland', 'ARMY', 2018, 2023, 26), m('eFP', 'Letland', 'ARMY', 2022, 2025, 24),
  m('FN-beredskab efter jordskælvet', 'Haiti', 'EMERGENCY', 2010, 2010, 3, [1, 2]), m('FN-teltlejr', 'Jordan', 'EMERGENCY', 2012, 2014, 3, [1, 3]),
  m('Civil rådgiver', 'Afghanistan', 'OTHER', 2007, 2013, 4, [6, 12]),
]
const OLDEST_ON_MISSION = 52

export type DemoDeployment = { mission: string; country: string; service: Service; fromDay: Day; toDay: Day }

/** The first mission decides who the veteran is: service, and a birth that makes them 19 to 38 on the day they left. */
export function firstDeployment(random: Random, today: Day): { deployment: DemoDeployment; birth: Day } {
  const mission = random.weighted(MISSIONS.map((one) => [one, one.weight] as const))
  const deployment = sentOut(random, mission, mission.from, today)
  const oldest = mission.service === 'ARMY' || mission.service === 'NAVY' ? 31 : 40
  const youngest = mission.service === 'ARMY' || mission.service === 'NAVY' ? 19 : 24
  const age = random.between(youngest, youngest + Math.floor((oldest - youngest) * Math.max(random.next(), random.next())))
  return { deployment, birth: addDays(addYears(deployment.fromDay, -age), -random.between(1, 364)) }
}

/** A later deployment of the same service, at least four months after the one before; null when there is none in reach. */
export function laterDeployment(random: Random, before: DemoDeployment, birth: Day, today: Day): DemoDeployment | null {
  const home = Number(before.toDay.slice(0, 4))
  const open = MISSIONS.filter((one) => one.service === before.service && one.to > home && one.from <= home + 9)
  if (open.length === 0) return null
  const mission = random.weighted(open.map((one) => [one, one.weight] as const))
  const next = sentOut(random, mission, Math.max(mission.from, home + 1), today)
  const age = diffDays(birth, next.fromDay) / 365.25
  return diffDays(before.toDay, next.fromDay) >= 120 && age < OLDEST_ON_MISSION ? next : null
}

function sentOut(random: Random, mission: Mission, earliest: number, today: Day): DemoDeployment {
  const year = random.between(earliest, Math.max(earliest, mission.to))
  // Teams changed in February and August.
  const from = parseDay(year, random.weighted([[2, 5], [8, 5], [random.between(1, 12), 3]]), random.between(1, 28)) ?? today
  const to = addDays(from, Math.round(random.between(...mission.months) * 30.4) + random.between(-6, 6))
  return { mission: mission.mission, country: mission.country, service: mission.service, fromDay: from, toDay: to < today ? to : addDays(today, -20) }
}
