/** What people write about themselves in the form, and what is agreed with them. */
export const SKILLS = [
  'Jeg er pensioneret lærer og vil gerne hjælpe en, der er ved at lære dansk. Jeg har god tid om formiddagen.',
  'Jeg arbejder på skiftehold i en virksomhed og kan følges med nogen, der skal i gang med et job. Jeg kender de fleste håndværksmestre her i byen.',
  'Min kone og jeg har to børn på 6 og 9 og vil gerne spise sammen med en familie, der lige er kommet.',
  'Jeg læser til socialrådgiver og vil gerne prøve at gå med til møder. Jeg har kørekort, men ingen bil.',
  'Jeg var selv udsendt i 2009 og fik hjælp, da jeg kom hjem. Nu vil jeg gerne give det videre.',
  'Jeg kom hertil som flygtning for ti år siden og ved, hvor svært det første år er. Jeg taler arabisk og dansk.',
  'Jeg kan godt lide at gå lange ture og lytte. Jeg har været sygemeldt selv og kender systemet indefra.',
  'Jeg er gået på efterløn efter 35 år i banken og er god til skemaer, breve og økonomi.',
  'Jeg er 19 og går i 3.g. Jeg kan hjælpe med matematik og engelsk onsdag eftermiddag.',
  'Jeg vil gerne gøre noget for andre, men ved ikke hvad. Ring gerne efter klokken 16.',
] as const
export const LIMITS = ['Ikke hjemme hos nogen, kun ude i byen.', 'Kun i lige uger på grund af skiftehold.', 'Ikke hos nogen med hund eller kat (allergi).', 'Vil ikke køre med andre i sin bil.', 'Højst en gang om ugen, ikke i skoleferierne.'] as const
export const TALKED = ['God samtale. Vil gerne begynde roligt med én. Ved, hvad tavshedspligt betyder.', 'Vil helst være sammen med en på egen alder. Har prøvet at være besøgsven i Røde Kors.', 'Mange idéer og meget energi. Aftalt, at vi begynder med en kort opgave.', 'Lidt i tvivl om, hvor meget tid der er. Vi ses igen, når attesten er her.'] as const
export const COURSES = ['Grundkursus for frivillige', 'Kursus for bisiddere', 'Mentorkursus: den gode samtale'] as const
export const SUPERVISION = ['Gruppesupervision', 'Samtale om grænser', 'Supervision efter et svært møde'] as const
export const MEETINGS = ['Erfaringsmøde', 'Netværksaften for mentorer'] as const
/** What a caseworker and a citizen write together to whoever looks for a volunteer. */
export const WAITS_FOR = ['Vil gerne gå ture og have en at snakke med uden for familien.', 'Skal i gang med en uddannelse og vil have en, der kender det at begynde forfra.', 'Bliver let træt af mange mennesker. Mødes helst et stille sted om formiddagen.', 'Vil gerne med til fitness, men har svært ved at komme af sted alene.', 'Har møder med flere afdelinger og vil have en, der kan lytte med og huske bagefter.'] as const

/** What a match came to, in the lead's words. */
export const ENDED_WELL = ['Kommer nu selv i klubben hver onsdag.', 'Har fået fat i sit gamle hold igen og klarer resten selv.', 'De ses stadig, men ikke længere gennem os.', 'Er i gang med praktik og har ikke tid til flere møder.', 'Turde for første gang gå til lægen alene.'] as const
/** What volunteers told when something was wrong, and what was agreed with them. */
export const CONCERNS = [
  { kind: 'boundaries', words: 'Jeg bliver ringet op sent om aftenen flere gange om ugen. Jeg vil gerne hjælpe, men det er mere, end vi aftalte.' },
  { kind: 'unsafe', words: 'Sidste gang var der en anden på besøg, som blev vred og slog i bordet. Jeg gik. Jeg ved ikke, om jeg tør komme igen.' },
  { kind: 'worried', words: 'Han har ikke været ude i to uger og siger, at det hele er lige meget. Jeg tror, at nogen skal ringe til ham.', settled: 'Talt med den frivillige samme dag. Sagsbehandleren ringer og kommer forbi.' },
  { kind: 'practical', words: 'Vi mangler et sted at mødes, nu hvor biblioteket lukker om mandagen.' },
] as const satisfies readonly { kind: string; words: string; settled?: string }[]

/** What the lead heard when they asked how a match goes. */
export const FOLLOWED = ['De går en tur hver torsdag.', 'Har været på biblioteket sammen og meldt sig ind i madklubben.', 'Sproget er blevet bedre, og de griner meget.', 'De vil gerne prøve en anden dag; jeg har skrevet til begge.', 'Har hjulpet med at læse breve fra kommunen.', 'Ferie i to uger, og så igen.'] as const
/** What a citizen and a companion agree on before a meeting, what is to be spoken of, and what they say of it afterwards. */
export const COMPANION_NOTES = ['Det vigtigste for mig: at vi taler langsomt.\nDet må bisidderen gerne sige for mig: at jeg sover dårligt og bliver træt efter en halv time.\nSådan viser jeg, at jeg har brug for en pause: jeg lægger kuglepennen.', 'Det vigtigste for mig: at få svar på, hvornår pengene kommer.\nDet skal bisidderen lade mig sige selv: hvordan jeg har det.'] as const
export const COMPANION_AGENDA = ['1. Hvad er der sket siden sidst?\n2. Hvad siger lægen?\n3. Hvad er næste skridt?\nDet skal være aftalt, når vi går: hvem der ringer, og hvornår.', '1. Min plan\n2. Praktik: hvor mange timer?\nDet skal være aftalt, når vi går: at jeg må begynde roligt.'] as const
export const COMPANION_AFTER = ['Det gik godt: jeg fik sagt det hele.\nDet vil vi gøre anderledes næste gang: bede om en pause før.', 'Det gik godt: der blev lyttet.\nDet sker nu, og hvem gør det: rådgiveren sender planen inden fredag.'] as const
