/** What is written of a call nobody took. Most such entries have no words at all. */
export const TRIED: Record<'phone' | 'sms' | 'letter' | 'email', readonly string[]> = {
  phone: ['Gik på telefonsvarer, lagde besked om at jeg prøver igen.', 'Ringede to gange, ingen svar.', 'Telefonen er slukket.', 'Taget af {kone}, som lover at give besked.', 'Nummeret svarer ikke, tonen lyder som udlandet.', 'Optaget hele formiddagen.', 'Lagt på efter første ring. Jeg prøver en anden dag.', 'Telefonsvareren er fuld.', 'Svarede, men sad i bussen og kunne ikke tale. Ringer selv.', '{Makker} tog den og sagde, at {han} var på arbejde. Fint.'],
  sms: ['Sms med to forslag til tid.', 'Sendte en sms om, at jeg ikke har hørt fra {ham} og gerne vil.', 'Påmindelse om {næste} på sms.', 'Skrev, at døren er åben, også uden aftale.', 'Spurgte på sms, om det passer bedre at gå en tur.'],
  letter: ['Brev med mit direkte nummer og tre tider til en samtale.', 'Brev på almindeligt dansk om, hvad vi kan og ikke kan tvinge igennem. Ingen tid på, kun et nummer.', 'Brev i Digital Post om opfølgning. Ikke læst endnu.'],
  email: ['Mail med skemaet og et spørgsmål om ugen.', 'Mail om tiden i næste uge, ikke besvaret.'],
}
/** Somebody who had said yes and did not come. */
export const ABSENT = ['Kom ikke. Ringede ti minutter efter uden svar.', 'Udeblev. Skrev om eftermiddagen, at {han} havde sovet over sig.', 'Var her ikke. {Kone} ringede: sygt barn.', 'Ventede et kvarter i caféen. Sms fra {ham}: "kunne ikke i dag, undskyld".', 'Mødte ikke op. Cyklen punkterede, viste det sig.', 'Ikke hjemme, som vi havde aftalt. Lagde en seddel i postkassen.', 'Aflyste med en time. {Han} lød ikke godt tilpas.', 'Udeblev uden afbud for første gang.', 'Kom en dag for sent. Vi skrattede lidt af det og fandt en ny tid.']
export const NOONE_HOME = 'Ingen åbnede. Der var lys i køkkenet.'
/** Done for somebody, who was not there. */
export const WORK = ['Ydelseskontoret kontaktet om udbetalingen, der manglede. Den kommer på fredag.', 'Skrevet status til mødet i rehabiliteringsteamet.', 'Talt med egen læge. Attesten er på vej.', 'Indhentet udtalelse fra {sted}.', 'Sendt referatet, som {han} bad om, uden fagord.', 'Bestilt tid i Borgerservice.', 'Bevilget befordring for to måneder.', 'Læst brevet fra kommunen igennem for {ham} og sendt en oversættelse til almindeligt dansk.', 'Aftalt med kollegaen i ydelsen, at vi ringer én gang og ikke to.', 'Undersøgt puljen til fritidsudstyr. Frist den 15.', 'Bedt {chef} om en kort skriftlig vurdering.', 'Rykket for svar fra sygehuset.']
/** A few words from the other side, between the talks. */
export const WROTE: readonly (readonly [channel: 'sms' | 'email' | 'phone', text: string])[] = [
  ['sms', '"Det gik godt idag." Svarede med en tommelfinger.'], ['sms', 'Spurgte, hvornår vi ses. Svarede {næste}.'], ['phone', 'Ringede kort for at høre, om brevet er noget, {han} skal gøre noget ved. Det er det ikke.'], ['sms', '"Er syg med feber, kommer på arbejde i morgen igen." Bad {ham} om at ringe til {chef} også.'],
  ['email', 'Sendte en lønseddel og spurgte, om tallet kan passe. Det kan det.'], ['phone', 'Ville bare sige, at det lykkedes at komme af sted i dag.'], ['sms', 'Skrev, at {mor} har fødselsdag, og om vi kan flytte tiden. Flyttet til {næste}.'], ['phone', 'Ringede fra {fritid}. Der var larm i baggrunden, og det lød rart.'], ['sms', 'Billede af solopgang fra busstoppestedet. Ingen tekst.'],
  ['phone', 'Var i tvivl om, hvem man melder sig syg hos. Vi gik det igennem én gang til.'], ['email', 'Spurgte til ferie og hvor mange dage der er tilbage.'], ['sms', '"Tak for sidst." Det plejer {han} ikke at skrive.'],
]
/** Nothing new, which is news as well. */
export const STEADY = ['Ikke meget nyt, og det er {han} glad for.', 'Kort samtale. {Han} havde travlt med at komme videre, og det er et godt tegn.', 'Vi gjorde status på aftalerne. De fleste er holdt.', 'Talte mest om ferien og vejret. Nogle gange er det det, der skal til.', '{Han} virkede tung i dag. Ville ikke sige hvorfor, og jeg spurgte ikke to gange.', 'Stille samtale. Vi sad lidt og kiggede ud på parkeringspladsen.', 'Fin uge, siger {han}, og sådan så det også ud.', 'Lidt af hvert: bus, tandlæge, fodbold. Intet der brænder.', 'Var irriteret på systemet. Det må {han} godt være her.', 'Opfølgning som aftalt. Kører.', '{Han} havde lavet en liste til mig denne gang. Fire punkter, alle klaret.', 'God kontakt. Vi grinede ad mine sko.', 'Gennemgik månedens skema. To røde dage, resten grønne.', 'Fortalte om en drøm, der går igen. Vi lod den stå.']
/** In the months after a case is closed. */
export const AFTERCARE = ['Opkald som aftalt. Det går stadig godt hos {sted}, og {han} havde en historie om {makker}.', 'Efterværn: {han} har holdt fast i rytmen. En dårlig uge, som {han} selv fik styr på.', 'Talte ti minutter. Ingen spørgsmål. {Han} takkede for, at jeg huskede det.', 'Kort opkald. {Han} var ved at lave mad og holdt telefonen med skulderen.', 'Efterværn: ferien er holdt, og {han} kom tilbage bagefter.', 'Talte om {mor} det meste af tiden. Arbejdet nævnte {han} ikke, og det er et godt tegn.', 'Spurgte, om jeg stadig sidder samme sted. Det gør jeg.', 'Efterværn: et skænderi på arbejdet, som blev løst samme dag.', 'Har det fint, men savner holdet. Foreslog {fritid}.', 'Efterværn: timerne er sat op med to. {Han} sagde ja efter at have sovet på det.', 'Ringede som aftalt. {Han} var på vej hjem fra arbejde og ville ringe op i morgen, og det gjorde {han}.']
/** Beside the talk: what somebody notices who likes to write. */
export const NOTICED = ['Kom i god tid.', 'Havde husket mappen.', 'Så træt ud, men var til stede.', 'Bød på en småkage fra tasken.', 'Ville helst sidde tæt på døren.', 'Talte hurtigere end sidst.', 'Havde fået klippet håret.', 'Vi gik ud og tog resten i luften.', 'Smilede, da jeg nævnte {by}.', 'Bad om, at jeg skrev det præcis sådan.', 'Telefonen ringede to gange og blev ikke taget.', 'Kiggede mest ud ad vinduet, men hørte efter.', 'God stemning.', 'Gav hånd, da vi gik.', 'Havde skrevet to spørgsmål ned på forhånd.']
export const SEASON: Record<number, readonly string[]> = { 0: ['Har sovet det meste af januar væk, siger {han}.'], 1: ['Glatte veje, kom alligevel.'], 3: ['Første samtale på bænken uden for i år.'], 5: ['Varmt lokale, åbne vinduer, kort møde.'], 6: ['Går på ferie næste uge og glæder sig til at sidde på altanen.'], 7: ['Tilbage efter sommeren med farve i kinderne.'], 9: ['Efterårsferien er en tung uge, sagde {han}.'], 10: ['Mørkt, før vi var færdige.'], 11: ['December er den måned, der skal overstås, siger {han}.'] }

/** What was agreed where the talk itself does not say. */
export const AGREED = ['Vi ses {næste}.', 'Samme tid {næste}.', '{Han} ringer selv, hvis noget ændrer sig inden {næste}.', 'Jeg ringer {næste}.', 'Ingen ny opgave denne gang. Vi tales ved {næste}.', '{Han} tager papirerne med {næste}.', 'Vi holder fast i planen.', '{Han} prøver det, vi talte om, i to uger.', 'Jeg skriver det ned og sender det på sms.', 'Næste skridt er {hans}, ikke mit.']
/** The next step, where the talk itself does not say. */
export const NEXT = ['Samtale som aftalt', 'Opfølgning hos {sted}', 'Ring og hør, hvordan ugen er gået', 'Gåtur og status', 'Opkald om formiddagen', 'Hjemmebesøg', 'Gennemgå ugeskemaet', 'Status sammen med {chef}', 'Kort opkald efter lægen', 'Samtale, tag planen med']

/** How it was, where the story does not say: first words of an entry. */
export const LEADS: Partial<Record<string, readonly string[]>> = {
  phone: ['Pr. telefon.', 'Ringede som aftalt.', '{Han} ringede selv.', 'Kort opkald.', 'Fik fat i {ham} i frokostpausen.', 'Ringede tilbage.', 'Telefonsamtale, god linje.'],
  meeting: ['På kontoret.', 'Samtale som aftalt.', 'Mødtes i caféen på biblioteket.', 'Opfølgning.', '{Han} var her til tiden.', 'Fremmøde.', 'Vi sad i det lille lokale.', 'Planlagt samtale.'],
  home: ['Hjemme hos {ham}.', 'Hjemmebesøg.', 'Besøg, kaffe i køkkenet.', 'Kørte forbi som aftalt.'],
  walk: ['Gik en tur om søen.', 'Gåtur.', 'Vi gik i stedet for at sidde.', 'En runde i parken.'],
  video: ['På video.', 'Video, lyden faldt ud en enkelt gang.', 'Videosamtale fra sofaen.'],
}

/** Why a case rests. */
export const RESTS = ['Barsel. Vi tager den op igen, når hverdagen er faldet på plads.', 'Genoptræning efter operation; lægen ser {ham} om seks uger.', 'På højskole indtil sommer. Ringer selv, hvis det bliver nødvendigt.', 'Indlagt. Afdelingen giver besked ved udskrivning.', 'Passer {mor} de næste uger og har bedt om ro.', 'Rejser til familien og er tilbage først i måneden.', 'Prøver at klare sig selv en tid. Aftalt dato for at tale sammen igen.']
/** Last words of a case, by how it ended. */
export const ENDS: Record<'goal' | 'others' | 'wish' | 'moved' | 'contact', readonly string[]> = {
  goal: ['Arbejder fast hos {sted} og trives. Ringer selv, hvis noget skrider.', 'Målet er nået. {Han} ville gerne have, at det stod her, at {han} gjorde det selv, og det gjorde {han}.', 'Ude af offentlig forsørgelse. Har vores nummer.', 'I gang som {drøm}. Efterværn efter aftale.'],
  others: ['Bostøtten overtager kontakten. Overdraget ved et fælles møde.', 'Psykiatrien har hovedansvaret nu. Vi er enige om, at det er rigtigst.', 'Førtidspension bevilget. Frivilliggruppen holder kontakten.', 'Fleksjobteamet fortsætter herfra.'],
  wish: ['Vil gerne klare resten selv. Det har jeg respekt for.', 'Ønsker ikke mere kontakt lige nu. Døren er åben, og det er sagt.', 'Synes, at der er talt nok. Fik mit nummer og et håndtryk.'],
  moved: ['Flyttet til {flytteby}. Den nye kommune har fået besked efter samtykke.', 'Flyttet sammen med {kone} i en anden kommune.', 'Fået bolig i {flytteby}. Overlevering med samtykke.'],
  contact: ['Ingen kontakt i tre måneder trods opkald, sms og brev. Døren er åben.', 'Kan ikke nås. Sidste brev kom ikke retur.', 'Svarer ikke på nogen kanal, og naboen har ikke set {ham}.'],
}
/** The first words of whoever takes a case over. */
export const TAKEN_OVER = ['Overtaget fra en kollega. Læst sagen igennem og ringet {ham} op samme dag for at sige hvem jeg er.', 'Ny sagsbehandler er mig. {Han} spurgte, om {han} nu skal forklare det hele forfra. Det skal {han} ikke.', 'Skift af sagsbehandler. Vi mødtes alle tre, og kollegaen gik efter et kvarter.', 'Overtaget ved årets fordeling. Begyndte med at spørge, hvad jeg ikke må ødelægge.']
