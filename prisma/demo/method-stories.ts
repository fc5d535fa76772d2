/** One thing that happened: a line ticked ('step.item'), a clip, a step gone to, a look back, the end, or the newest of these taken back. With the words that were written. */
export type MethodEvent = ['met' | 'clip' | 'enter' | 'looked' | 'finish' | 'undo', string, string?]

/** How it goes in each method, from the first day on. A case has come so and so far of it. */
export const METHOD_STORIES: Record<string, readonly MethodEvent[]> = {
  'mit-liv': [
    ['met', 'kontakt.moeder', 'Mandag og torsdag klokken 10 hjemme i køkkenet. Har åbnet hver gang i tre uger.'], ['met', 'kontakt.vigtigst', 'Jeg vil have styr på breve fra det offentlige, før jeg kan tænke på noget andet.'], ['met', 'kontakt.forsoegt', 'Ringede selv til boligforeningen, inden vi gjorde det sammen.'],
    ['met', 'kontakt.klar', 'Sagde det selv på turen ned til søen.'], ['enter', 'stabilisering'], ['met', 'stabilisering.maal', 'Tre mål: stå op inden ni, spise aftensmad med børnene om onsdagen, komme ud af lejligheden hver dag.'], ['met', 'stabilisering.delmaal', 'Har stået op inden ni i fjorten dage.'],
    ['met', 'stabilisering.faellesskab', 'Hjælper i køkkenet på værestedet tirsdag og fredag.'], ['enter', 'praktik', 'Hverdagen er ikke helt fast endnu, men pladsen i byggemarkedet er ledig nu, og han vil selv.'], ['met', 'praktik.sted', 'Byggemarkedet, varemodtagelsen, med Bent som makker.'],
    ['enter', 'stabilisering', 'Gik op på 24 timer og blev syg af det. Vi tager to uger hjemme og begynder igen på 15.'], ['met', 'stabilisering.hverdag', 'Samme tider hver dag, også i weekenden.'], ['enter', 'praktik'], ['met', 'praktik.timer', '15 timer over tre dage. Det holder.'],
  ],
  branchepakke: [
    ['met', 'introduktion.klar'], ['met', 'introduktion.besoeg', 'Alle seks brancher. Lageret og bageriet sagde hende mest.'], ['met', 'introduktion.ressourcer', 'God til mange mennesker på en gang. Skriver dansk bedre, end hun taler.'], ['met', 'introduktion.valg', 'Detail, helst bager.'], ['enter', 'snus'],
    ['met', 'snus.proevet', 'Fire uger i supermarkedets bagerafdeling.'], ['met', 'snus.fastholdt', 'Det er her, jeg vil være.'], ['enter', 'forste'], ['met', 'forste.faglig', 'Åbner afdelingen selv om morgenen.'], ['met', 'forste.sprog', 'Tager imod bestillinger i telefonen.'], ['met', 'forste.personlig'], ['enter', 'anden'],
    ['met', 'anden.teknik'], ['met', 'anden.kursus', 'Hygiejnekursus bestået 8. i måneden.'], ['enter', 'tredje'], ['met', 'tredje.vedlige'], ['met', 'tredje.job', 'To bagere i området søger folk.'], ['met', 'tredje.ansoegning', 'Sendt til begge.'], ['finish', ''],
  ],
  mentorforloeb: [
    ['met', 'match.valgt', 'Steen, som selv har været udsendt.'], ['met', 'match.ja'], ['enter', 'tillid'], ['met', 'tillid.faste', 'Onsdag morgen i skoven, uanset vejret.'], ['met', 'tillid.aabner', 'Fortalte om natten i Gereshk for første gang.'], ['enter', 'udfordringer'],
    ['met', 'udfordringer.maalt', 'Søvn 9, mange mennesker 7, ryggen 5.'], ['met', 'udfordringer.netvaerk', 'Kæresten var med, og lægen har fået besked.'], ['met', 'udfordringer.sat-ned', 'Søvnen er nede på 2 efter fire måneder.'], ['enter', 'skridt'], ['met', 'skridt.mod', 'Hænger kurven på køleskabet.'],
  ],
  'naeste-skridt': [
    ['met', 'visitation.maal', 'Komme ud blandt andre og møde til tiden. Delmål: bussen alene.'], ['met', 'visitation.moduler', 'Mødestabilitet, økonomi og konflikter.'], ['enter', 'forloeb'], ['clip', 'moedestabil', 'Mødt tolv af tolv'], ['clip', 'it'], ['clip', 'kost', 'Lavede frikadeller til hele holdet'], ['clip', 'motion'], ['clip', 'motion'], ['undo', 'motion'],
    ['clip', 'oekonomi', 'Budgettet hænger sammen til den 28.'], ['met', 'forloeb.samling'], ['clip', 'it'], ['clip', 'motion', 'Gik turen om fjorden'], ['clip', 'konflikt'], ['clip', 'arbejdsmarked'], ['clip', 'adfaerd'], ['clip', 'kost'], ['met', 'forloeb.undervejs'], ['enter', 'afslutning'], ['met', 'afslutning.opfoelgning', 'Næste mål er virksomhedscentret, pedelholdet.'], ['finish', ''],
  ],
  gps: [['met', 'plan.plan', 'Tegnet sammen på tavlen og taget med hjem.'], ['met', 'plan.ugeskema'], ['met', 'retning.hverdag', 'Kommer til morgenkaffe uden at blive ringet op.'], ['met', 'plan.kompas'], ['met', 'retning.netvaerk', 'Tager sønnen med i hallen om mandagen.'], ['met', 'retning.sundhed']],
  'ny-indsats': [['met', 'mappe.maal', 'Jeg vil tilbage på skolen, og jeg vil kunne være i et rum med andre.'], ['met', 'mappe.udbytte'], ['met', 'aktivitet.begyndt', 'Værkstedet tirsdag og torsdag.'], ['looked', '', 'For et halvt år siden turde hun ikke tage bussen. Nu kommer hun selv to gange om ugen. Vi holder fast i de små hold.'], ['met', 'aktivitet.stabil'], ['met', 'arbejde.retning', 'Søger tilbage til uddannelsen på særlige vilkår.']],
  koordinatorgruppe: [['met', 'samtykke.samtykke', 'Underskrevet hjemme ved spisebordet, de har begge læst den.'], ['met', 'samtykke.tovholder', 'Os, indtil børnene er faldet til i skolen igen.'], ['met', 'gruppe.jobcenter', 'Peter Dam, Jobcentret'], ['met', 'gruppe.familie', 'Nadia Karimi, Familierådgivningen'], ['met', 'gruppe.skole', 'Trine Bak, Østskolen'], ['met', 'sparring.bolig', 'Lise Møller']],
  arbejdsfaellesskab: [['met', 'match.droem', 'Vil køre gravemaskine.'], ['met', 'match.virksomhed', 'Entreprenøren så bort fra kørekortet.'], ['met', 'match.formalia', 'Sikkerhedssko købt, og han kører med formanden om morgenen.'], ['enter', 'praktik'], ['met', 'social.maal', 'Nye venner: fodbold om torsdagen.'], ['met', 'sundhed.maal'], ['met', 'beskaeftigelse.maal', 'Kørekort til maj.'], ['met', 'praktik.faellesskab', 'Var med til julefrokosten.'], ['met', 'social.netvaerk']],
}
