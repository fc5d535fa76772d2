import type { CaseKind, CaseOutcome } from '@/lib/casework/cases/rules'

/** How a case went: open, resting for so many days from today (before, when the day has passed), in aftercare or over since so many days, or closed and taken up again. */
export type CaseStory = {
  about: string
  hold?: { since: number; until: number; words: string }
  closed?: { daysAgo: number; months: 0 | 3 | 6 | 12; weeks: 2 | 4 | 8 | 12; outcome: CaseOutcome; words?: string }
  again?: true
}

/** What cases are about, as people write it. By kind. */
export const CASE_STORIES: Record<Extract<CaseKind, 'veteran' | 'employment'>, readonly CaseStory[]> = {
  employment: [
    { about: 'Tilbage til lageret på nedsat tid efter sygemelding' },
    { about: 'Job med faste makkere og uden aftenvagter' },
    { about: 'HF og økonomi frem til studiestart', hold: { since: 12, until: 24, words: 'Skriver eksamen i december. Vi har aftalt ro på til midt i måneden, men ringer selv, hvis huslejen driller igen.' } },
    { about: 'Fornyelse af kørekort til stor bil' },
    { about: 'Praktik i bageriet på Østergade, måske elevplads' },
    { about: 'Fra fleksjob til flere timer', closed: { daysAgo: 75, months: 6, weeks: 4, outcome: 'goal', words: 'Arbejder 22 timer om ugen og trives. Ringer selv, hvis søvnen bliver dårlig igen.' } },
    { about: 'Afklaring efter skulderoperation', hold: { since: 45, until: -2, words: 'Genoptræning hos kommunens fysioterapeuter. Vi taler igen, når lægen har set ham.' } },
    { about: 'Omskoling til tømrer' },
    { about: 'Job efter flytning fra Aalborg', closed: { daysAgo: 40, months: 3, weeks: 4, outcome: 'goal' } },
    { about: 'Kontanthjælp og mentor, første halve år' },
    { about: 'Gæld og vej tilbage til fast arbejde', closed: { daysAgo: 160, months: 6, weeks: 8, outcome: 'others', words: 'Gældsrådgivningen fortsætter. Vi er enige om, at beskæftigelsesdelen er på plads.' }, again: true },
    { about: 'Nattevagter og søvn: et andet skema' },
    { about: 'Lærerstuderende, der mistede taget på det' },
    { about: 'Selvstændig vognmand med stress', closed: { daysAgo: 210, months: 0, weeks: 4, outcome: 'wish', words: 'Vil klare resten selv og har vores nummer.' } },
  ],
  veteran: [
    { about: 'Støtte i hverdagen efter Helmand' },
    { about: 'Kontakt til Veterancentret og parsamtaler' },
    { about: 'Bolig, efter at naboen blev for meget', hold: { since: 30, until: 47, words: 'Ny lejlighed fra februar. Vi lader sagen hvile, til flytningen er overstået.' } },
    { about: 'Motion og fællesskab: cykelholdet og soldaterhjemmet' },
    { about: 'Overgang fra behandling på Militærpsykologisk Afdeling', closed: { daysAgo: 95, months: 12, weeks: 8, outcome: 'goal', words: 'Behandlingen er slut med gode tal. Vil gerne ringes op hver anden måned.' } },
    { about: 'Søvn, vrede og de små børn derhjemme' },
    { about: 'Ansøgning om arbejdsskade og hjælp med papirerne' },
    { about: 'Ensomhed efter skilsmissen', hold: { since: 60, until: -5, words: 'Var på ophold i Norge med gamle kolleger. Ville selv vende tilbage.' } },
    { about: 'Hjælp til at søge legat til uddannelse', closed: { daysAgo: 130, months: 3, weeks: 4, outcome: 'goal' } },
    { about: 'Alkohol og vejen ind i behandling', closed: { daysAgo: 220, months: 6, weeks: 2, outcome: 'contact', words: 'Svarede ikke i tre måneder, heller ikke på brev og besøg.' }, again: true },
    { about: 'Samtaler før den næste udsendelse' },
    { about: 'Hørelse og tinnitus: høreapparat og arbejdspladsen' },
  ],
}
