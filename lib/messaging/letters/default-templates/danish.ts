import { withDeclarations } from '../rules'
import type { Block, LetterTemplate } from '../template'

const labels = { page: 'Side {page} af {pages}', reference: 'Brev-id' }

const salutation: Block = { kind: 'paragraph', text: 'Kære {{firstName}}' }

const offers: Block = {
  kind: 'offers',
  heading: 'Tilbud til dig og dine nærmeste',
  intro: 'Her er de tilbud, du kan bruge lige nu. De fleste er også åbne for pårørende.',
  none: 'Vi er ved at samle en ny oversigt over tilbud. Ring eller skriv til mig, så fortæller jeg, hvad der er åbent for dig og dine nærmeste nu.',
}

const reply: Block = {
  kind: 'reply',
  heading: 'Sådan svarer du',
  text: 'Scan koden med din telefon, eller åbn adressen herunder. Du skal ikke logge på. Vælg en tid, bed mig ringe, vent til en anden måned, eller sig nej tak. Du kan også bare ringe til mig.',
  linkLabel: 'Adresse:',
  codeLabel: 'Din kode:',
  qrAlt: 'QR-kode, der åbner din personlige svarside. Adressen står også som tekst ved siden af.',
}

const companion: Block = {
  kind: 'companion',
  heading: '',
  text: 'Tag gerne en med. Du har ret til at have en bisidder med til samtalen, for eksempel din partner, en ven eller en anden veteran. Det følger af forvaltningslovens § 8. Du behøver ikke spørge først.',
}

const whoSees: Block[] = [
  { kind: 'heading', text: 'Hvem ser dit svar?' },
  {
    kind: 'paragraph',
    text: 'Kun jeg og de få medarbejdere, der afløser mig, ser dit svar. Vi giver det ikke videre uden at spørge dig. Vil du ikke have flere breve? Så vælg “Skriv ikke til mig igen” på svarsiden, eller sig det til mig. Du kan altid ombestemme dig.',
  },
]

const contactLabels = { phone: 'Telefon', email: 'E-mail', hours: 'Telefontid' }

const signature: Block = { kind: 'signature', greeting: 'Venlig hilsen', labels: contactLabels }

const invitation: Block = {
  kind: 'invitation',
  heading: 'Skal vi tale om dine planer?',
  open: 'Jeg vil gerne invitere dig til en samtale om det, du gerne vil: arbejde, uddannelse, familie, fritid eller noget helt andet. Du bestemmer, hvad vi taler om, og hvor vi mødes. Det kan være hos mig, hjemme hos dig eller på en gåtur.',
  booked: 'Vi har aftalt en samtale om det, du gerne vil: arbejde, uddannelse, familie, fritid eller noget helt andet. Passer tiden ikke længere, så vælg en ny på svarsiden eller ring til mig.',
  whenLabel: 'Hvornår',
  whereLabel: 'Hvor',
  withLabel: 'Med hvem',
}

export const yearlyLetterDa: LetterTemplate = withDeclarations({
  id: 'yearly-letter',
  version: 1,
  language: 'da',
  title: 'Tilbud og en invitation til samtale',
  labels,
  blocks: [
    salutation,
    {
      kind: 'paragraph',
      text: 'Du har været udsendt for Danmark. Den indsats sætter vi pris på i {{municipality}}. Derfor skriver vi til dig mindst én gang om året: for at fortælle, hvad vi kan tilbyde dig og dine nærmeste, og for at høre, hvad du har brug for eller lyst til at bidrage med. Jeg er veterankoordinator og din indgang til kommunen. Er du i tvivl om, hvem der kan hjælpe, så begynd hos mig.',
    },
    invitation,
    companion,
    offers,
    reply,
    ...whoSees,
    signature,
  ],
})

export const firstLetterDa: LetterTemplate = withDeclarations({
  id: 'first-letter',
  version: 1,
  language: 'da',
  title: 'Velkommen – din indgang til kommunen',
  labels,
  blocks: [
    salutation,
    {
      kind: 'paragraph',
      text: 'Du bor i {{municipality}} og har været udsendt for Danmark. Tak for din indsats. Vi vil gerne kende dig, og du skal vide, hvor du kan henvende dig.',
    },
    {
      kind: 'paragraph',
      text: 'Jeg er veterankoordinator og din indgang til kommunen. Mit arbejde er at kende tilbuddene, vise vej til det rigtige sted og få dem, du møder, til at arbejde sammen. Dine pårørende kan også bruge mig.',
    },
    invitation,
    companion,
    offers,
    reply,
    ...whoSees,
    signature,
  ],
})

export const flagDayDa: LetterTemplate = withDeclarations({
  id: 'flag-day',
  version: 1,
  language: 'da',
  title: 'Invitation til flagdagen for Danmarks udsendte',
  labels,
  blocks: [
    salutation,
    {
      kind: 'paragraph',
      text: 'Den 5. september flager vi for alle, der er eller har været udsendt for Danmark. {{municipality}} markerer dagen med en reception, og vi vil gerne have dig med.',
    },
    { kind: 'heading', text: 'Tid og sted' },
    { kind: 'paragraph', text: 'Vi mødes {{eventDate}} kl. {{eventTime}}. Stedet er {{eventPlace}}.' },
    { kind: 'list', items: ['Du er velkommen til at tage din familie eller en ven med. Du har også ret til at have en bisidder med.', 'Uniform og medaljer må gerne bæres, men er ikke et krav.', 'Har du brug for kørsel, tolk eller hjælp til at komme rundt, så sig til.'] },
    {
      ...reply,
      heading: 'Kommer du?',
      text: 'Scan koden med din telefon, eller åbn adressen herunder, og skriv, hvor mange I bliver. Svar gerne senest {{replyBy}}. Du skal ikke logge på.',
    },
    {
      kind: 'paragraph',
      text: 'Kun veterankoordinatoren og de medarbejdere, der holder receptionen, ser dit svar. På svarsiden kan du også sige nej tak til flere breve.',
    },
    signature,
  ],
})
