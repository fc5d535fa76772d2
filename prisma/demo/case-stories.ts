import type { CaseKind, CaseOutcome } from '@/lib/casework/cases/rules'

/** How a case went: open, resting for so many days from today (before, when the day has passed), in aftercare or over since so many days, or closed and taken up again. */
export type CaseStory = {
  about: string
  hold?: { since: number; until: number; words: string }
  closed?: { daysAgo: number; months: 0 | 3 | 6 | 12; weeks: 2 | 4 | 8 | 12; outcome: CaseOutcome; words?: string }
  again?: true
  /** Ordinary unless somebody has said otherwise. */
  weight?: 'light' | 'heavy'
  /** The method it follows, and how many events of its story have happened. */
  method?: readonly [string, number]
}

/** What cases are about, as people write it. By kind. */
export const CASE_STORIES: Record<Extract<CaseKind, 'veteran' | 'employment'>, readonly CaseStory[]> = {
  employment: [
    { about: 'Tilbage til lageret på nedsat tid efter sygemelding', method: ['gps', 5] },
    { about: 'Job med faste makkere og uden aftenvagter', method: ['mit-liv', 14] },
    { about: 'HF og økonomi frem til studiestart', method: ['ny-indsats', 5], hold: { since: 12, until: 24, words: 'Skriver eksamen i december. Vi har aftalt ro på til midt i måneden, men ringer selv, hvis huslejen driller igen.' } },
    { about: 'Fornyelse af kørekort til stor bil', method: ['arbejdsfaellesskab', 9] },
    { about: 'Praktik i bageriet på Østergade, måske elevplads', weight: 'light', method: ['branchepakke', 9] },
    { about: 'Fra fleksjob til flere timer', method: ['mentorforloeb', 11], closed: { daysAgo: 75, months: 6, weeks: 4, outcome: 'goal', words: 'Arbejder 22 timer om ugen og trives. Ringer selv, hvis søvnen bliver dårlig igen.' } },
    { about: 'Afklaring efter skulderoperation', method: ['gps', 3], hold: { since: 45, until: -2, words: 'Genoptræning hos kommunens fysioterapeuter. Vi taler igen, når lægen har set ham.' } },
    { about: 'Omskoling til tømrer', method: ['mit-liv', 7] },
    { about: 'Job efter flytning fra Aalborg', method: ['branchepakke', 19], closed: { daysAgo: 40, months: 3, weeks: 4, outcome: 'goal' } },
    { about: 'Kontanthjælp og mentor, første halve år', weight: 'heavy', method: ['mentorforloeb', 8] },
    { about: 'Gæld og vej tilbage til fast arbejde', method: ['naeste-skridt', 12], closed: { daysAgo: 160, months: 6, weeks: 8, outcome: 'others', words: 'Gældsrådgivningen fortsætter. Vi er enige om, at beskæftigelsesdelen er på plads.' }, again: true },
    { about: 'Nattevagter og søvn: et andet skema' },
    { about: 'Lærerstuderende, der mistede taget på det', weight: 'heavy', method: ['naeste-skridt', 21] },
    { about: 'Selvstændig vognmand med stress', closed: { daysAgo: 210, months: 0, weeks: 4, outcome: 'wish', words: 'Vil klare resten selv og har vores nummer.' } },
  ],
  veteran: [
    { about: 'Støtte i hverdagen efter Helmand', weight: 'heavy', method: ['mentorforloeb', 7] },
    { about: 'Kontakt til Veterancentret og parsamtaler' },
    { about: 'Bolig, efter at naboen blev for meget', method: ['mit-liv', 3], hold: { since: 30, until: 47, words: 'Ny lejlighed fra februar. Vi lader sagen hvile, til flytningen er overstået.' } },
    { about: 'Motion og fællesskab: cykelholdet og soldaterhjemmet', weight: 'light', method: ['gps', 6] },
    { about: 'Overgang fra behandling på Militærpsykologisk Afdeling', method: ['mentorforloeb', 11], closed: { daysAgo: 95, months: 12, weeks: 8, outcome: 'goal', words: 'Behandlingen er slut med gode tal. Vil gerne ringes op hver anden måned.' } },
    { about: 'Søvn, vrede og de små børn derhjemme', weight: 'heavy', method: ['koordinatorgruppe', 6] },
    { about: 'Ansøgning om arbejdsskade og hjælp med papirerne', method: ['ny-indsats', 2] },
    { about: 'Ensomhed efter skilsmissen', method: ['mit-liv', 10], hold: { since: 60, until: -5, words: 'Var på ophold i Norge med gamle kolleger. Ville selv vende tilbage.' } },
    { about: 'Hjælp til at søge legat til uddannelse', closed: { daysAgo: 130, months: 3, weeks: 4, outcome: 'goal' } },
    { about: 'Alkohol og vejen ind i behandling', method: ['mit-liv', 5], closed: { daysAgo: 220, months: 6, weeks: 2, outcome: 'contact', words: 'Svarede ikke i tre måneder, heller ikke på brev og besøg.' }, again: true },
    { about: 'Samtaler før den næste udsendelse' },
    { about: 'Hørelse og tinnitus: høreapparat og arbejdspladsen' },
  ],
}
