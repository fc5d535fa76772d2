import { addDays, addYears, type Day, latestDay } from '@/lib/platform/day'
import type { DigitalPost, Protection } from '../../generated/enums'
import { firstName, lastName, type Sex, mailName } from '../names'
import type { DemoPerson } from '../people'
import { placeElsewhere, placeIn } from '../places'
import type { Random } from '../random'

/** Where somebody came from: names, what is spoken there, and a town one may be asked about. */
type Origin = { weight: number; tongue: string; towns: readonly string[]; men: readonly string[]; women: readonly string[]; family: readonly string[] }
const list = (text: string) => text.split(', ')
const ORIGINS: readonly Origin[] = [
  { weight: 34, tongue: 'arabisk', towns: list('Homs, Aleppo, Damaskus, Daraa'), men: list('Mohammad, Ahmad, Omar, Khaled, Yousef, Bassam, Samir, Ibrahim, Nabil, Fadi'), women: list('Miriam, Fatima, Rana, Hiba, Amal, Nour, Layla, Samar, Zainab, Dima'), family: list('Al-Hassan, Khalil, Darwish, Haddad, Nasser, Mansour, Saleh, Issa, Qasim, Al-Ali') },
  { weight: 26, tongue: 'ukrainsk', towns: list('Kharkiv, Mariupol, Dnipro, Kherson'), men: list('Oleksandr, Andrij, Serhij, Mykola, Dmytro, Ihor'), women: list('Oksana, Iryna, Natalija, Olha, Tetiana, Svitlana, Julija, Halyna'), family: list('Shevchenko, Bondarenko, Tkachuk, Melnyk, Kravets, Lysenko, Moroz') },
  { weight: 14, tongue: 'tigrinya', towns: list('Asmara, Keren, Massawa'), men: list('Tesfay, Dawit, Yonas, Filmon, Samuel, Abel'), women: list('Selam, Feven, Senait, Rahwa, Helen'), family: list('Haile, Ghebre, Tekle, Berhane, Woldu, Kidane') },
  { weight: 12, tongue: 'dari', towns: list('Kabul, Herat, Mazar-e Sharif'), men: list('Namir, Farid, Jawad, Reza, Hamid, Ali'), women: list('Parwana, Shirin, Laila, Mina, Zahra'), family: list('Rahimi, Ahmadi, Noori, Karimi, Hosseini, Sultani') },
  { weight: 8, tongue: 'somali', towns: list('Mogadishu, Hargeysa'), men: list('Abdi, Hassan, Yusuf, Mahad'), women: list('Hodan, Ayaan, Sahra, Ifrah'), family: list('Warsame, Farah, Jama, Mohamud, Abdullahi') },
  { weight: 6, tongue: 'engelsk', towns: list('Lagos, Kampala, Manila'), men: list('Emmanuel, Joseph, Daniel'), women: list('Grace, Joy, Blessing, Maricel'), family: list('Okafor, Nakato, Santos, Mensah, Reyes') },
]

export type Citizen = DemoPerson & { age: number; abroad: { town: string; tongue: string } | null }

type Wanted = { abroad: boolean; young: boolean; openedOn: Day; protection: Protection; cprOf: (birth: Day) => string; nth: number }

export function makeCitizen(draw: Random, today: Day, { abroad, young, openedOn, protection, cprOf, nth }: Wanted): Citizen {
  const origin = abroad ? draw.weighted(ORIGINS.map((one) => [one, one.weight] as const)) : null
  const sex: Sex = draw.chance(origin ? 0.45 : 0.56) ? 'M' : 'F'
  const age = young ? draw.between(18, 28) : draw.weighted([[draw.between(19, 30), 4], [draw.between(31, 46), 5], [draw.between(47, 63), 4]])
  const birth = addDays(addYears(today, -age), -draw.int(364) - 1)
  const given = origin ? draw.pick(sex === 'M' ? origin.men : origin.women) : firstName(draw, sex, birth)
  const family = origin ? draw.pick(origin.family) : lastName(draw)
  const registeredOn = latestDay(addDays(openedOn, -draw.between(1, 40)), addYears(today, -2))
  const movedInOn = draw.chance(0.1) ? addDays(registeredOn, -draw.between(2, 30)) : null
  const phone = `+45${draw.pick(['20', '22', '26', '28', '30', '42', '51', '60'])}00${String((nth * 7 + 11) % 10_000).padStart(4, '0')}`
  const english = origin?.tongue === 'engelsk'
  return {
    id: draw.uuid(), sex, firstName: given, lastName: family, birth, cpr: draw.chance(0.985) ? cprOf(birth) : null, language: english || (origin && draw.chance(0.25)) ? 'en' : 'da', largePrint: draw.chance(0.01), interpreterNeeded: Boolean(origin && !english && draw.chance(0.55)), signLanguage: draw.chance(0.001),
    communicationNote: origin && !english && draw.chance(0.5) ? `Tolk på ${origin.tongue}. ${draw.pick(WITH_INTERPRETER)}` : draw.chance(0.08) ? draw.pick(NOTES) : null,
    digitalPost: draw.weighted<DigitalPost>([['YES', 80], ['EXEMPT', age > 55 ? 24 : 11], ['UNKNOWN', 3]]), protection, registeredOn, movedInOn, movedAwayOn: null, diedOn: null, source: draw.chance(0.4) ? 'import' : 'staff',
    homes: movedInOn ? [{ ...placeElsewhere(draw), fromDay: null, toDay: movedInOn }, { ...placeIn(draw), fromDay: movedInOn, toDay: null }] : [{ ...placeIn(draw), fromDay: null, toDay: null }],
    phones: draw.chance(0.9) ? [{ value: phone, allowed: draw.chance(0.95), fromDay: registeredOn }] : [],
    emails: draw.chance(0.5) ? [{ value: `${mailName(given)}.${mailName(family)}${nth}@borger.invalid`, allowed: draw.chance(0.9), fromDay: registeredOn }] : [],
    age, abroad: origin ? { town: draw.pick(origin.towns), tongue: origin.tongue } : null,
  }
}

const WITH_INTERPRETER = ['Samme tolk som sidst, hvis det kan lade sig gøre.', 'Helst en kvindelig tolk.', 'Telefontolk er i orden.', 'Forstår godt dansk, men ikke i telefonen.']
const NOTES = ['Ring efter kl. 10.', 'Skriv hellere end at ringe.', 'Ordblind: brug oplæsning og korte beskeder.', 'Vil gerne have tiderne på sms.', 'Hører dårligt på venstre øre.', 'Må gerne tage en bisidder med og gør det oftest.']
