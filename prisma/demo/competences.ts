import type { Service } from '../generated/enums'

/** What people bring home, in the military's words and in the words of a civil CV. */
export const COMPETENCES: Record<Service, ReadonlyArray<readonly [military: string, civil: string]>> = {
  ARMY: [
    ['Gruppefører, infanterigruppe', 'Leder af et hold på otte under pres'],
    ['Signalist', 'Drift og fejlfinding på radio og netværk'],
    ['Vognkommandør, PMV', 'Ansvar for køretøj, besætning og materiel'],
    ['Ingeniørsoldat, minerydning', 'Risikovurdering og sikkert arbejde med farligt materiel'],
    ['Delingsbefalingsmand', 'Daglig ledelse, vagtplaner og oplæring'],
    ['Logistikbefalingsmand', 'Lagerstyring, transport og indkøb'],
    ['CIMIC-officer', 'Samarbejde med lokale myndigheder og organisationer'],
    ['Mekaniker, hjulkøretøjer', 'Mekaniker med erfaring i fejlfinding uden værksted'],
    ['Kok ved feltkøkken', 'Køkkenleder for 150 daglige gæster'],
    ['Militærpoliti', 'Konflikthåndtering og rapportskrivning'],
  ],
  NAVY: [
    ['Maskinmester om bord', 'Drift og vedligehold af maskinanlæg'],
    ['Bordingteam', 'Sikkerhedsarbejde og kontrol under tidspres'],
    ['Navigatør', 'Planlægning, overvågning og hurtige beslutninger'],
    ['Hovmester', 'Forplejning, økonomi og ledelse af et lille hold'],
  ],
  AIR_FORCE: [
    ['Flymekaniker', 'Kvalitetssikret vedligehold efter dokumenterede procedurer'],
    ['Flyveleder', 'Overblik og klar kommunikation i travle situationer'],
    ['Læssemester', 'Lastplanlægning og gods efter regler for farligt gods'],
  ],
  POLICE: [
    ['Politirådgiver', 'Undervisning og mentorarbejde på tværs af kulturer'],
    ['Efterforsker i international mission', 'Analyse, dokumentation og samarbejde på engelsk'],
  ],
  HEALTH: [
    ['Sygeplejerske, feltlazaret', 'Akutsygepleje og prioritering ved mange tilskadekomne'],
    ['Læge, forreste behandlingssted', 'Traumebehandling og ledelse af akutteam'],
    ['Sygehjælper', 'Førstehjælp på højt niveau'],
  ],
  EMERGENCY: [
    ['Indsatsleder, teltlejr', 'Projektledelse, bygning og drift med få midler'],
    ['Vandrensningshold', 'Drift af vandanlæg og hygiejneplaner'],
  ],
  OTHER: [['Civil rådgiver', 'Forhandling, rapportering og projektstyring']],
}

export const RESOURCES = [
  'God til at få andre med. Træner børnefodbold to gange om ugen.',
  'Har stået for indkøb og lager i ti år og holder af orden.',
  'Vant til at tage ansvar. Vil gerne bruge sin erfaring til at hjælpe yngre veteraner.',
  'Arbejder med træ i fritiden og har eget værksted.',
  'Taler godt engelsk og lidt bosnisk.',
  'Stærkt netværk fra holdet; mødes med dem hvert år.',
  'Har hund og går langt hver dag. Kender hele naturen omkring Gudenåen.',
  'Rolig i pressede situationer. Kolleger kommer til ham for råd.',
  'Kørekort til lastbil og truckcertifikat.',
  'Musiker. Spiller i et lokalt band.',
]
export const WISHES = [
  'Vil gerne tilbage i arbejde, gerne udendørs og få timer til at begynde med.',
  'Drømmer om at læse til maskinmester.',
  'Vil gerne møde andre veteraner, helst om noget praktisk.',
  'Ønsker hjælp til at oversætte sine papirer til et civilt CV.',
  'Vil gerne være mentor for en yngre veteran.',
  'Ønsker ro nu, men vil gerne høre om ture i naturen.',
  'Vil gerne have familien med, når der sker noget.',
  'Ønsker kun skriftlig kontakt.',
]
