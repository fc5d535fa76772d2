/** `at`: days before today and Danish time. `as`: a kind of the municipality's own; else the one called as its channel. Notes by topic. `by`: who wrote it, where it is not the one responsible. */
export type StoryEntry = {
  at: readonly [number, string]; outcome: 'reached' | 'tried' | 'work'; channel: 'phone' | 'meeting' | 'home' | 'walk' | 'video' | 'sms' | 'email' | 'letter' | 'none'; as?: 'workplace' | 'cafe'
  notes?: Record<string, string>; agreed?: string; next?: readonly [number, string]; minutes?: number; /** There and back: minutes and kilometres. */ travel?: readonly [number, number]; companion?: true; interpreter?: true; added?: readonly [number, string]
}

/** Talks as people write them: a few sentences, what was agreed, and what comes next. `next`: days after today, or before. */
export const STORIES: readonly (readonly StoryEntry[])[] = [
  [
    { at: [96, '09:30'], outcome: 'reached', channel: 'meeting', minutes: 60, companion: true, notes: { general: 'Første samtale. Kom sammen med sin kone, som gerne vil være med fremover. Rolig start, vi brugte mest tid på at lære hinanden at kende.', work: 'Har været sygemeldt fra lageret siden april. Vil gerne tilbage, men ikke på fuld tid og ikke med aftenvagter.' }, agreed: 'Han taler med sin læge om, hvor mange timer der er realistisk at begynde med.' },
    { at: [61, '10:00'], outcome: 'reached', channel: 'phone', minutes: 15, notes: { general: 'Lægen siger 10 timer om ugen, helst formiddag. Han lød lettet over, at der nu er et tal.' }, agreed: 'Jeg spørger lageret, om de kan tage ham 3 formiddage.' },
    { at: [58, '13:10'], outcome: 'work', channel: 'none', minutes: 20, notes: { work: 'Talt med driftslederen. De kan godt begynde med 3 × 3 timer fra den første i måneden, hvis han får en fast makker.' } },
    { at: [19, '09:00'], outcome: 'reached', channel: 'meeting', minutes: 45, companion: true, notes: { general: 'To uger inde. Det går bedre end ventet, men han er helt flad om eftermiddagen.', work: 'Makkeren Leif er guld værd. Larm fra gaffeltruckene er det sværeste.' }, agreed: 'Han prøver høreværn og tager pause kl. 10. Vi sætter ikke timer op før nytår.', next: [9, 'opfølgning på arbejdspladsen sammen med driftslederen'], added: [18, 'Konen ringede: pausen kl. 10 er aftalt med Leif.'] },
  ],
  [
    { at: [44, '11:00'], outcome: 'reached', channel: 'home', minutes: 75, travel: [40, 26], notes: { general: 'Besøg hjemme, fordi han ikke bryder sig om at sidde i venteværelset. Kaffe i køkkenet.', health: 'Sover 3–4 timer ad gangen. Venter på svar fra Militærpsykologisk Afdeling.', everyday: 'Går tur med hunden morgen og aften; det er det eneste faste i ugen.' }, agreed: 'Vi bygger ugen op om hundeturene. Jeg skriver ugeskemaet, han hænger det på køleskabet.' },
    { at: [23, '10:15'], outcome: 'tried', channel: 'phone' },
    { at: [22, '14:40'], outcome: 'tried', channel: 'sms', notes: { general: 'Sendte sms om, at jeg ringer igen torsdag, og at han bare kan skrive, hvis det er bedre.' } },
    { at: [20, '10:05'], outcome: 'reached', channel: 'walk', minutes: 40, notes: { general: 'Gik med på hundeturen rundt om søen. Han taler friere, når vi går.', deployment: 'Fortalte for første gang om konvojen i Helmand. Ikke mere end han selv ville.' }, agreed: 'Samme tid og sted om tre uger.', next: [1, 'hundetur rundt om søen kl. 10'] },
  ],
  [
    { at: [120, '12:30'], outcome: 'reached', channel: 'meeting', minutes: 50, notes: { general: 'Er i gang med HF på tredje måned. Klarer dansk og historie, kæmper med matematik.', money: 'SU rækker ikke efter huslejestigningen. Har to regninger, hun ikke har åbnet.' }, agreed: 'Hun tager regningerne med næste gang. Jeg finder tid hos økonomirådgiveren.' },
    { at: [85, '12:30'], outcome: 'reached', channel: 'meeting', minutes: 40, notes: { money: 'Regningerne er åbnet og lagt i en aftale på 300 kr. om måneden. Det fyldte mindre, end hun troede.' } },
    { at: [37, '12:30'], outcome: 'reached', channel: 'video', minutes: 25, notes: { general: 'Bestod matematik på andet forsøg og viste karakteren frem til kameraet.' }, agreed: 'Næste samtale efter eksamen.', next: [-6, 'samtale efter vintereksamen'] },
  ],
  [
    { at: [75, '09:15'], outcome: 'reached', channel: 'phone', minutes: 10, notes: { general: 'Vil gerne i gang, men ikke "sidde på kontor og fylde papirer ud". Har kørt lastvogn i 20 år.' }, agreed: 'Jeg undersøger, hvad det kræver at få kørekortet til stor bil igen.' },
    { at: [40, '09:20'], outcome: 'tried', channel: 'phone' },
    { at: [33, '15:05'], outcome: 'tried', channel: 'phone' },
    { at: [26, '11:30'], outcome: 'tried', channel: 'letter', notes: { general: 'Brev med mit direkte nummer og tre tider til en samtale. Skrev, at han gerne må tage én med.' } },
  ],
  [
    { at: [30, '13:00'], outcome: 'reached', channel: 'meeting', minutes: 60, interpreter: true, notes: { general: 'Samtale med tolk, fordi fagordene driller. Han forstår det meste og svarer selv på dansk.', family: 'Den yngste er begyndt i skole. Det giver ro om formiddagen.', work: 'Har fået tilbudt fire uger i bageriet på Østergade.' }, agreed: 'Begynder i bageriet på mandag. Møder 5.30, får kørt den første uge af en kollega.' },
    { at: [12, '10:45'], outcome: 'reached', channel: 'phone', minutes: 12, notes: { work: 'Mesteren roser ham. Han spørger selv, om der er mulighed for elevplads.' }, agreed: 'Jeg taler med mesteren om elevplads, inden praktikken slutter.', next: [4, 'ring til mesteren om elevplads'] },
  ],
  [
    { at: [52, '10:00'], outcome: 'reached', channel: 'meeting', as: 'cafe', minutes: 45, notes: { general: 'Kom en halv time før og ville gerne sidde ved døren. Fint, når man ved det.', home: 'Naboens fest varede til kl. 4. Han har klaget to gange og vil nu helst flytte.' }, agreed: 'Han skriver til boligforeningen. Jeg læser brevet igennem, før det sendes.' },
    { at: [47, '08:50'], outcome: 'work', channel: 'none', notes: { home: 'Læst brevet og sendt det tilbage med to rettelser.' } },
    { at: [5, '14:00'], outcome: 'reached', channel: 'email', notes: { general: 'Skrev, at han har fået en anden lejlighed fra februar. "Tak for hjælpen med brevet."' }, agreed: 'Vi tager flytningen op ved næste samtale.', next: [18, 'samtale om flytningen'] },
  ],
]
