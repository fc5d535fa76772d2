/** Lines in the citizen’s words, by scale: dimension and text. */
export const AIMS: Record<string, readonly (readonly [dimension: string, text: string])[]> = {
  challenge: [
    ['challenge-social', 'At stå i kø i Føtex uden at gå igen'], ['challenge-mental', 'Mareridt om natten'], ['challenge-physical', 'Ryggen, når jeg sidder længe'], ['challenge-social', 'Familiefester'],
    ['challenge-mental', 'At blive vred på børnene'], ['challenge-physical', 'Hovedpine efter lyd og lys'], ['challenge-social', 'At tage telefonen, når jeg ikke kender nummeret'],
  ],
  change: [['change-work', 'Prøve praktik som kok'], ['change-health', 'Ryge mindre hash'], ['change-social', 'Finde nogen at være sammen med, som ikke er fra før'], ['change-work', 'Møde til tiden hver dag'], ['change-health', 'Sove om natten'], ['change-social', 'Ringe til min mor om søndagen']],
  compass: [['compass-everyday', 'Stå op klokken otte'], ['compass-network', 'Blive i cykelholdet'], ['compass-health', 'Gå til svømning med Bo'], ['compass-work', 'To dage om ugen i værkstedet']],
  levels: [['levels-first', 'Forstå en besked første gang'], ['levels-second', 'Truckcertifikat']],
}

/** A word beside a rating: where it went the right way, where it did not. */
export const WORDS = {
  better: ['Har været alene i byen to gange.', 'Sover nu fem timer i træk.', 'Gik selv hen og spurgte.', 'Bruger øvelserne fra gruppen.', 'Siger, at det er blevet mere stille i hovedet.', 'Ville have sagt nej for et halvt år siden.', 'Fortæller det uden at blive spurgt.'],
  worse: ['Svær måned efter årsdagen.', 'Naboens fyrværkeri satte det tilbage.', 'Har aflyst to gange. Vi prøver igen hjemme.', 'Ny medicin, sover dårligt.', 'Skilsmissen fylder det hele lige nu.'],
} as const
