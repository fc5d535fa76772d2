import type { ImportField, ImportKind } from '@/lib/imports/kind'
import { YES_NO, choiceParser } from '@/lib/imports/values/choices'
import { dateParser } from '@/lib/imports/values/dates'
import { emailParser, nameParser, postcodeParser, textParser, townParser } from '@/lib/imports/values/text'
import { composeVeteran, keepStoredName, nameAndBirthDate, nameHintOf } from './compose'
import { cprParser, phoneParser } from './parsers'

/** Codes are those of the database enums, so that a value that was understood can be stored as it is. */
const DIGITAL_POST = [
  { code: 'YES', words: ['tilmeldt', 'ja', 'tilsluttet', 'aktiv', 'digital', 'digital post', 'e-boks', 'yes', 'j', '1', 'sand', 'x'] },
  { code: 'EXEMPT', words: ['fritaget', 'fritagelse', 'undtaget', 'ikke tilmeldt', 'nej', 'papir', 'brev', 'papirpost', 'exempt', 'no', 'n', '0', 'falsk'] },
]
const SERVICE = [
  { code: 'ARMY', words: ['hæren', 'hær', 'army'] },
  { code: 'NAVY', words: ['søværnet', 'søværn', 'marinen', 'flåden', 'navy'] },
  { code: 'AIR_FORCE', words: ['flyvevåbnet', 'flyvevåben', 'luftvåbnet', 'air force'] },
  { code: 'POLICE', words: ['politi', 'politiet', 'rigspolitiet', 'police'] },
  { code: 'HEALTH', words: ['sundhed', 'sundhedspersonel', 'læge', 'sygeplejerske', 'sundhedstjenesten', 'health'] },
  { code: 'EMERGENCY', words: ['beredskab', 'beredskabsstyrelsen', 'redningsberedskab', 'civilforsvaret', 'emergency'] },
  { code: 'OTHER', words: ['andet', 'anden', 'øvrige', 'civil', 'other'] },
]

const PERSON: ImportField[] = [
  {
    key: 'externalId', identity: true, parse: textParser(100),
    synonyms: [
      'id', 'register-id', 'registernr', 'registernummer', 'løbenr', 'løbenummer', 'veteran-id', 'veterannummer', 'manr', 'MA-nr',
      'medarbejdernummer', 'sagsnr', 'nøgle', 'external id',
    ],
  },
  {
    key: 'cpr', identity: true, sealed: true, parse: cprParser,
    synonyms: ['cpr', 'cpr-nr', 'cpr-nummer', 'cprnr.', 'personnummer', 'personnr', 'pnr', 'civil registration number'],
  },
  {
    key: 'firstName', parse: nameParser(),
    synonyms: ['fornavn', 'fornavne', 'fornavn(e)', 'for- og mellemnavn', 'fornavn og mellemnavn', 'given name', 'first name'],
  },
  { key: 'lastName', parse: nameParser(), synonyms: ['efternavn', 'efternavne', 'slægtsnavn', 'last name', 'surname', 'family name'] },
  {
    key: 'fullName', virtual: true, parse: nameParser(),
    synonyms: ['navn', 'fulde navn', 'fuldt navn', 'borger', 'borgers navn', 'veteran', 'adresseringsnavn', 'name', 'full name'],
  },
  {
    key: 'birthDate', parse: dateParser({ yearsAhead: -15, future: false }),
    synonyms: ['fødselsdato', 'født', 'fødselsdag', 'fødsel', 'f.dato', 'fdato', 'date of birth', 'birth date', 'dob'],
  },
]
const ADDRESS: ImportField[] = [
  { key: 'careOf', address: 'tail', parse: textParser(120), synonyms: ['c/o', 'co', 'c/o navn', 'co-navn', 'care of'] },
  {
    key: 'street', address: 'head', parse: textParser(160),
    synonyms: [
      'adresse', 'vej', 'vejnavn', 'gade', 'gadenavn', 'vejnavn og husnummer', 'vej og nr', 'vej og nummer', 'bopælsadresse',
      'folkeregisteradresse', 'adresselinje 1', 'adresse 1', 'street', 'address',
    ],
  },
  {
    key: 'number', address: 'head', parse: textParser(10),
    synonyms: ['husnr', 'husnummer', 'hus nr.', 'nr', 'vejnr', 'gadenr', 'house number'],
  },
  { key: 'floor', address: 'tail', parse: textParser(10), synonyms: ['etage', 'sal', 'floor'] },
  { key: 'door', address: 'tail', parse: textParser(10), synonyms: ['dør', 'side', 'sidedør', 'side/dør', 'door'] },
  {
    key: 'postcode', address: 'head', parse: postcodeParser(),
    synonyms: ['postnr', 'postnummer', 'post nr.', 'postnr og by', 'postnummer og by', 'post', 'postcode', 'zip', 'postal code'],
  },
  { key: 'town', address: 'tail', parse: townParser(), synonyms: ['by', 'bynavn', 'postdistrikt', 'postby', 'postnr. by', 'city', 'town'] },
]
const CONTACT: ImportField[] = [
  {
    key: 'phone', parse: phoneParser,
    synonyms: [
      'telefon', 'tlf', 'tlf.nr.', 'telefonnummer', 'telefonnr', 'mobil', 'mobilnr', 'mobilnummer', 'mobiltelefon', 'phone', 'mobile',
    ],
  },
  { key: 'email', parse: emailParser(), synonyms: ['e-mail', 'mail', 'mailadresse', 'e-mailadresse', 'e-post', 'email address'] },
  {
    key: 'protectedAddress', onlyRaises: true, choices: YES_NO, parse: choiceParser(YES_NO),
    synonyms: [
      'adressebeskyttelse', 'adressebeskyttet', 'navne- og adressebeskyttelse', 'navne- og adressebeskyttet', 'beskyttet adresse',
      'beskyttelse', 'hemmelig adresse', 'protected address',
    ],
  },
  {
    key: 'digitalPost', choices: DIGITAL_POST, parse: choiceParser(DIGITAL_POST),
    synonyms: ['digital post', 'e-boks', 'eboks', 'digitalpost', 'tilmeldt digital post', 'fritaget for digital post'],
  },
]
const DEPLOYMENT: ImportField[] = [
  {
    key: 'mission', repeated: true, repeatedKey: true, parse: textParser(120),
    synonyms: ['mission', 'missionsnavn', 'udsendelse', 'operation', 'hold', 'missionshold'],
  },
  {
    key: 'country', repeated: true, repeatedKey: true, parse: textParser(80),
    synonyms: ['land', 'missionsland', 'udsendelsesland', 'indsættelsesland', 'missionsområde', 'country'],
  },
  {
    key: 'deployedFrom', repeated: true, repeatedKey: true, parse: dateParser({ yearsAhead: 2, future: true }),
    synonyms: [
      'udsendt fra', 'udsendt fra dato', 'udsendelse fra', 'udsendt den', 'udsendelsesdato', 'udrejse', 'udrejsedato', 'fra', 'fra dato',
      'startdato', 'start', 'deployed from', 'from',
    ],
  },
  {
    key: 'deployedTo', repeated: true, parse: dateParser({ yearsAhead: 2, future: true }),
    synonyms: [
      'udsendt til', 'udsendt til dato', 'udsendelse til', 'hjemsendt', 'hjemkomst', 'hjemkomstdato', 'hjemrejse', 'til', 'til dato',
      'slutdato', 'slut', 'deployed to', 'to',
    ],
  },
  {
    key: 'service', repeated: true, choices: SERVICE, parse: choiceParser(SERVICE),
    synonyms: ['værn', 'myndighed', 'tjeneste', 'tjenestested', 'korps', 'service', 'branch'],
  },
]

/** The list of veterans a municipality keeps or is sent: one row per person, or one per deployment with the person repeated. */
export const VETERAN_REGISTER: ImportKind = {
  code: 'veteran-register',
  fields: [...PERSON, ...ADDRESS, ...CONTACT, ...DEPLOYMENT],
  required: [['firstName', 'lastName'], ['fullName']],
  compose: composeVeteran,
  keepStored: keepStoredName,
  weakIdentity: nameAndBirthDate,
  nameHint: nameHintOf,
}
