import type { AgreementState, Doer, Sayer } from '@/lib/casework/plans/rules'

/** Days are counted from today: `ago` before it, `due` after it (a passed one below 0). */
export type GoalStory = { text: string; by?: Sayer; ago: number; needs?: string; due?: number; /** How it was said first, so many days before that. */ first?: readonly [string, number]; parts?: readonly GoalStory[]; reached?: number; aside?: readonly [number, string] }
export type AgreementStory = { text: string; who: Doer; whoWords?: string; ago: number; due: number; /** Of which goal, by its place. */ goal?: number; ended?: readonly [Exclude<AgreementState, 'open'>, number, string?]; moved?: readonly [number, string]; task?: true }
/** Days of the week, from, to, what, where, with whom. */
export type SlotStory = readonly [string, string, string | null, string, string?, string?]
/** What was answered to the screening guide, so many days ago: the questions answered yes, no and not known. */
export type ScreeningStory = { ago: number; yes: readonly string[]; no?: readonly string[]; unknown?: readonly string[] }
export type PlanStory = { about: string; asked?: readonly ScreeningStory[]; goals: readonly GoalStory[]; agreements: readonly AgreementStory[]; week?: { ago: number; weeks?: number; slots: readonly SlotStory[] } }

/** By what the case is about (prisma/demo/case-stories.ts): the plan of whoever has it. */
export const PLANS: readonly PlanStory[] = [
  {
    about: 'Tilbage til lageret på nedsat tid efter sygemelding',
    asked: [{ ago: 98, yes: ['deployed', 'sleep', 'guard', 'anger', 'work'], no: ['calm'], unknown: ['after'] }],
    goals: [
      { text: 'Jeg vil tilbage på lageret, men ikke køre truck, før jeg sover igen', ago: 74, needs: 'En chef, der ved, hvorfor jeg går udenfor, når det larmer', due: 90, first: ['Jeg vil bare tilbage på lageret', 96],
        parts: [{ text: 'Være der 3 timer tre dage om ugen uden at melde mig syg', ago: 74, due: 30 }, { text: 'Sige det højt til mine makkere', ago: 74, reached: 20 }] },
      { text: 'Sove fem timer i træk', ago: 96, needs: 'Telefonen ud af soveværelset. En læge, der ikke kun siger piller', due: 60 },
    ],
    agreements: [
      { text: 'Møde 8.30 mandag, onsdag og fredag hele ugen', who: 'citizen', ago: 19, due: 5, goal: 0 },
      { text: 'Ringe til driftslederen om en plads væk fra porten', who: 'staff', ago: 19, due: 2, goal: 0, task: true },
      { text: 'Skrive ned i 14 dage, hvornår jeg vågner', who: 'citizen', ago: 40, due: -12, goal: 1, ended: ['kept', 12] },
      { text: 'Spørge lægen om henvisning til søvnklinik', who: 'other', whoWords: 'Ægtefællen', ago: 40, due: -3, goal: 1, moved: [9, 'Lægen var på ferie'] },
    ],
    week: { ago: 19, slots: [['135', '08:30', '11:30', 'Lager', 'Terminalen', 'makker Kim'], ['135', '12:00', '13:00', 'Frokost og gåtur'], ['24', '10:00', '11:00', 'Svømning', 'Svømmehallen', 'sønnen'], ['2', '14:00', '15:00', 'Samtale', 'Jobcentret'], ['7', '11:00', null, 'Ringe til mor']] },
  },
  {
    about: 'Job med faste makkere og uden aftenvagter',
    goals: [
      { text: 'Et job, hvor det er de samme mennesker hver dag', ago: 60, needs: 'Dagarbejde, og at jeg må møde chefen først alene', due: 75, parts: [{ text: 'Prøve to steder af, før jeg siger ja', ago: 60, due: 20 }] },
      { text: 'Hente pigerne i børnehaven to gange om ugen uden at få det dårligt', ago: 60, by: 'citizen', due: 45 },
    ],
    agreements: [
      { text: 'Se værkstedet på Fabriksvej sammen', who: 'staff', ago: 15, due: 6, goal: 0 },
      { text: 'Hente pigerne om torsdagen', who: 'citizen', ago: 30, due: 4, goal: 1 },
      { text: 'Stå ved lågen de første par gange', who: 'other', whoWords: 'Svigermor', ago: 30, due: -9, goal: 1, ended: ['kept', 9] },
    ],
    week: { ago: 30, weeks: 10, slots: [['12345', '07:30', null, 'Op og gå med hunden'], ['24', '09:00', '12:00', 'Praktik', 'Planteskolen', 'gartner Lone'], ['4', '15:30', '16:00', 'Hente pigerne', 'Børnehaven'], ['6', '10:00', '12:00', 'Cykelholdet', 'Soldaterhjemmet', 'de andre på holdet']] },
  },
  {
    about: 'HF og økonomi frem til studiestart',
    asked: [{ ago: 119, yes: ['deployed'], no: ['guard', 'calm'], unknown: ['sleep'] }, { ago: 60, yes: ['deployed', 'work'], no: ['guard', 'calm', 'sleep', 'after', 'avoid', 'anger', 'alone'] }],
    goals: [
      { text: 'Bestå engelsk, så jeg ikke skal gå et år om', ago: 110, needs: 'Ro i december. Forlænget tid til eksamen', due: 30 },
      { text: 'At der er penge den 28. også', ago: 118, reached: 35 },
      { text: 'Flytte tættere på skolen', ago: 90, aside: [50, 'Først når eksamen er overstået'] },
    ],
    agreements: [
      { text: 'Læse to timer hver formiddag, telefonen i entréen', who: 'citizen', ago: 25, due: 10, goal: 0 },
      { text: 'Søge om forlænget tid hos VUC', who: 'citizen', ago: 40, due: -15, goal: 0, ended: ['missed', 14, 'Turde ikke ringe. Vi gør det sammen.'] },
      { text: 'Ringe til VUC sammen', who: 'staff', ago: 14, due: 3, goal: 0 },
    ],
  },
  {
    about: 'Praktik i bageriet på Østergade, måske elevplads',
    goals: [{ text: 'Blive bager. Det er stille klokken fire om morgenen, og det passer mig', ago: 70, needs: 'At mester ved, at jeg ikke kan lide, når nogen kommer bagfra', due: 40, parts: [{ text: 'Gennemføre de 13 uger', ago: 70, due: 21 }, { text: 'Lære at sige fra, når det bliver for meget', ago: 70, by: 'together' }] }],
    agreements: [
      { text: 'Spørge mester om elevplads', who: 'staff', ago: 12, due: 4, goal: 0, task: true },
      { text: 'Vise rundt i bageriet, så du ser, hvad jeg kan', who: 'citizen', ago: 20, due: 8, goal: 0 },
    ],
    week: { ago: 70, slots: [['12345', '04:00', '11:00', 'Bageri', 'Østergade', 'mester og Amina'], ['12345', '12:30', '14:00', 'Sove'], ['3', '15:00', '16:00', 'Psykolog', 'Sundhedshuset'], ['6', '09:00', '10:30', 'Fodbold', 'Hallen', 'holdet']] },
  },
  {
    about: 'Nattevagter og søvn: et andet skema',
    asked: [{ ago: 44, yes: ['sleep', 'anger', 'alone', 'work'] }],
    goals: [{ text: 'Være vågen, når mine børn er det', ago: 45, needs: 'Ingen nattevagter fra januar', due: 50 }],
    agreements: [{ text: 'Tale med tillidsmanden om vagtplanen', who: 'citizen', ago: 20, due: -2, goal: 0 }, { text: 'Skrive til arbejdsgiveren om fast dagvagt', who: 'staff', ago: 20, due: 7, goal: 0 }],
  },
  {
    about: 'Omskoling til tømrer',
    goals: [{ text: 'Lave noget med hænderne, som bliver stående', ago: 85, needs: 'Plads på grundforløbet efter sommer, og en ryg, der holder', due: 200, first: ['Noget med træ', 130], parts: [{ text: 'Få ryggen set på', ago: 85, reached: 40 }, { text: 'Bygge skuret færdigt', ago: 60, due: 14 }] }],
    agreements: [{ text: 'Tage med på åbent hus på teknisk skole', who: 'staff', ago: 10, due: 16, goal: 0 }, { text: 'Sende billeder af skuret', who: 'citizen', ago: 10, due: 9, goal: 0 }],
  },
  {
    about: 'Støtte i hverdagen efter Helmand',
    goals: [
      { text: 'Kunne handle ind uden at tælle udgangene', ago: 100, needs: 'At nogen går med de første gange', due: 60, first: ['Kunne gå i Bilka', 140], parts: [{ text: 'Den lille Brugs en tirsdag formiddag', ago: 100, reached: 60 }, { text: 'Føtex alene', ago: 60, due: 25 }] },
      { text: 'At vi spiser sammen derhjemme uden at jeg går fra bordet', by: 'citizen', ago: 70, due: 45 },
    ],
    agreements: [
      { text: 'Føtex onsdag kl. 9, når der er tomt', who: 'citizen', ago: 14, due: 3, goal: 0 },
      { text: 'Stå ved kasserne imens', who: 'other', whoWords: 'Mentor Bo', ago: 14, due: 3, goal: 0 },
      { text: 'Blive siddende, til alle har spist, to aftener om ugen', who: 'citizen', ago: 30, due: -4, goal: 1, moved: [11, 'Datteren var syg hele ugen'] },
    ],
    week: { ago: 45, slots: [['1', '10:00', '11:30', 'Gåtur om søen', 'P-pladsen', 'mentor Bo'], ['2', '09:00', '09:30', 'Brugsen'], ['3', '09:00', '10:00', 'Føtex', undefined, 'mentor Bo'], ['4', '17:30', '18:30', 'Aftensmad sammen', 'Hjemme', 'alle fire'], ['5', '13:00', '15:00', 'Værkstedet', 'Soldaterhjemmet'], ['7', '17:30', '18:30', 'Aftensmad sammen', 'Hjemme', 'alle fire']] },
  },
  {
    about: 'Søvn, vrede og de små børn derhjemme',
    goals: [
      { text: 'Ikke hæve stemmen, så drengene bliver bange', ago: 55, needs: 'At jeg går ud i haven i stedet, og at Sara ikke går efter mig', due: 60 },
      { text: 'Der skal være plads til at være ked af det herhjemme, uden at nogen skal reparere noget', by: 'relative', ago: 40 },
    ],
    agreements: [
      { text: 'Gå ud, når jeg tæller til tre inde i hovedet', who: 'citizen', ago: 20, due: 9, goal: 0 },
      { text: 'Finde et hold i vredeshåndtering, som ikke er om dagen', who: 'staff', ago: 20, due: -1, goal: 0, task: true },
      { text: 'Familiesamtale med Veterancentret', who: 'other', whoWords: 'Familierådgiveren', ago: 25, due: 12, goal: 1 },
    ],
  },
  {
    about: 'Motion og fællesskab: cykelholdet og soldaterhjemmet',
    goals: [{ text: 'Have noget at fortælle, når folk spørger, hvad jeg laver', ago: 65, due: 80, parts: [{ text: 'Køre med cykelholdet hver lørdag i en måned', ago: 65, reached: 10 }, { text: 'Holde et lille oplæg på soldaterhjemmet', ago: 10, due: 35 }] }],
    agreements: [{ text: 'Skrive tre stikord til oplægget', who: 'citizen', ago: 8, due: 6, goal: 0 }, { text: 'Spørge bestyreren om en torsdag', who: 'staff', ago: 8, due: 5, goal: 0 }, { text: 'Få cyklen efterset', who: 'citizen', ago: 12, due: 1 }],
    week: { ago: 65, slots: [['2', '18:00', '20:00', 'Spisning', 'Soldaterhjemmet'], ['4', '18:30', '20:30', 'Torsdagscafé', 'Soldaterhjemmet', 'de faste'], ['6', '09:30', '12:00', 'Cykelholdet', 'Torvet', 'Jens og Rikke']] },
  },
  {
    about: 'Ansøgning om arbejdsskade og hjælp med papirerne',
    goals: [{ text: 'At nogen tror på, at det er fra dengang', ago: 75, needs: 'Papirer fra lægen og fra Forsvaret, og hjælp til at læse dem', due: 120 }],
    agreements: [{ text: 'Samle kuverterne fra køkkenskuffen i én mappe', who: 'citizen', ago: 21, due: -5, goal: 0, ended: ['kept', 6] }, { text: 'Bede Forsvaret om journalen', who: 'staff', ago: 21, due: 11, goal: 0, task: true }],
  },
  {
    about: 'Samtaler før den næste udsendelse',
    goals: [{ text: 'Tage af sted uden at børnene tror, det er deres skyld', by: 'together', ago: 25, due: 35 }],
    agreements: [{ text: 'Lave et kort til væggen over, hvor jeg er', who: 'citizen', ago: 11, due: 14, goal: 0 }],
  },
  {
    about: 'Hørelse og tinnitus: høreapparat og arbejdspladsen',
    goals: [{ text: 'Høre, hvad mine børnebørn siger, også når fjernsynet er tændt', ago: 50, needs: 'Høreapparatet indstillet igen', due: 20 }],
    agreements: [{ text: 'Ny tid hos hørecentralen', who: 'other', whoWords: 'Datteren ringer', ago: 18, due: 2, goal: 0 }],
  },
]
