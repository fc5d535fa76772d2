/** A beginning for the municipality's own words, for its lawyer to change. Shipped once: what was changed stays changed. */
const SECURITY = 'Adgang efter rolle, håndhævet i både program og database; log over hvert opslag; personnumre er krypteret; beskyttede adresser står for sig og kræver personlig godkendelse.'
const NONE = 'Ingen.'
const VETERANS = 'Veteraner, der bor i kommunen, og deres pårørende.'
const PUBLIC_TASK = 'Databeskyttelsesforordningen art. 6, stk. 1, litra e, og art. 9, stk. 2, litra g; kommunens veteranstrategi.'

export const PROCESSING_TEXTS = [
  { area: 'people', purpose: 'At vide, hvem kommunens veteraner og deres pårørende er, og hvordan de må kontaktes.', basis: PUBLIC_TASK, subjects: VETERANS, recipients: 'Ingen uden for kommunen.', transfers: NONE, security: SECURITY },
  { area: 'casework', purpose: 'At føre sager sammen med borgeren, huske, hvad der er talt om og aftalt, og følge op til tiden.', basis: `${PUBLIC_TASK} Offentlighedsloven § 13 (notatpligt).`, subjects: VETERANS, recipients: 'Ingen uden for kommunen.', transfers: NONE, security: SECURITY },
  { area: 'progress', purpose: 'At se sammen med borgeren, om indsatsen hjælper, og vælge det næste skridt derefter.', basis: PUBLIC_TASK, subjects: VETERANS, recipients: 'Borgeren selv; ingen uden for kommunen.', transfers: NONE, security: SECURITY },
  { area: 'plans', purpose: 'At lægge en plan sammen med borgeren: mål med borgerens egne ord, aftaler og ugeskema, og at opdage, at vanskeligheder kan hænge sammen med en udsendelse.', basis: `${PUBLIC_TASK} Retssikkerhedsloven § 4 (borgerens medvirken).`, subjects: VETERANS, recipients: 'Borgeren selv på papir; ingen andre uden for kommunen.', transfers: NONE, security: SECURITY },
  { area: 'consent', purpose: 'At vide, hvad borgeren har sagt ja til, at andre må få at vide, og kun dele det.', basis: 'Databeskyttelsesforordningen art. 6, stk. 1, litra a, og art. 9, stk. 2, litra a; forvaltningsloven § 28.', subjects: VETERANS, recipients: 'Dem, borgeren selv har nævnt i samtykket.', transfers: NONE, security: SECURITY },
  { area: 'outreach', purpose: 'At kontakte veteraner mindst én gang om året, aftale samtaler og følge op.', basis: PUBLIC_TASK, subjects: VETERANS, recipients: 'Digital Post; trykkeriet, der er databehandler.', transfers: NONE, security: SECURITY },
  { area: 'messaging', purpose: 'At sende bekræftelser og invitationer.', basis: PUBLIC_TASK, subjects: VETERANS, recipients: 'Kommunens mailtjeneste.', transfers: NONE, security: SECURITY },
  { area: 'imports', purpose: 'At holde registret ajour med de filer, kommunen modtager.', basis: PUBLIC_TASK, subjects: VETERANS, recipients: 'Ingen.', transfers: NONE, security: SECURITY },
  { area: 'access', purpose: 'At give medarbejdere den adgang, deres arbejde kræver, og ikke mere.', basis: 'Databeskyttelsesforordningen art. 6, stk. 1, litra c og e, og art. 32.', subjects: 'Medarbejdere.', recipients: 'Ingen.', transfers: NONE, security: SECURITY },
  { area: 'audit', purpose: 'At kunne vise, hvem der har set eller ændret hvad, og svare borgere, der spørger.', basis: 'Databeskyttelsesforordningen art. 5, stk. 2, art. 15 og art. 32.', subjects: 'Borgere i registret og medarbejdere.', recipients: 'Borgeren selv efter anmodning.', transfers: NONE, security: `${SECURITY} Loggen er forseglet, så rettelser i den kan opdages.` },
  { area: 'oversight', purpose: 'At besvare anmodninger om indsigt, slette efter reglerne og håndtere brud.', basis: 'Databeskyttelsesforordningen art. 5, 12, 15, 17, 33 og 34; arkivloven.', subjects: 'Borgere i registret og medarbejdere.', recipients: 'Borgeren selv; Datatilsynet ved brud; arkivet før sletning.', transfers: NONE, security: SECURITY },
  { area: 'platform', purpose: 'At opbevare breve og filer, som de blev sendt og modtaget, og drive systemet.', basis: PUBLIC_TASK, subjects: VETERANS, recipients: 'Driftsleverandøren, der er databehandler.', transfers: NONE, security: SECURITY },
]
