import type { MethodText } from '@/lib/casework/methods/parts'
import { may, must, step } from './build'

const plain = { lookBackMonths: null, caseLimit: null, silentDays: null, aftercareWeeks: null, certificate: false, scaleCode: null }
const from = (who: string) => `${who}. KL: Ind på arbejdsmarkedet, 2014`

/** Methods one passes through: phases, modules with gates, a mentor course. */
export const IN_ORDER: Record<string, MethodText> = {
  'mit-liv': {
    ...plain, name: { da: 'Mit Liv Mit Ansvar', en: 'My Life, My Responsibility' }, source: from('Frederikshavn Kommune, “Mit Liv Mit Ansvar”'),
    lead: { da: 'Fire faser til dem, som andre tilbud ikke har kunnet holde kontakt med. Problemerne tages i den rækkefølge, borgeren selv vælger.', en: 'Four phases for people other services have not kept in touch with. Problems are taken in the order the citizen chooses.' },
    steps: [
      step('phase', 'kontakt', 'Kontakt og tillid', 'Contact and trust', {
        meetings: 2, text: ['Mindst to møder om ugen på en til to timer, gerne hjemme hos borgeren. Spørg undrende, og spørg aldrig hvorfor.', 'At least two meetings a week of one to two hours, preferably at home. Ask out of curiosity, and never ask why.'],
        items: [must('moeder', 'Vi ses to gange om ugen, og aftalerne bliver holdt', 'We meet twice a week, and appointments are kept'), must('vigtigst', 'Borgeren har sagt, hvilket problem der skal løses først', 'The citizen has said which problem comes first'),
          must('klar', 'Borgeren siger selv ja til at gå videre', 'The citizen says yes to going on'), may('forsoegt', 'Borgeren har selv prøvet at løse et problem, før vi hjalp', 'The citizen has tried to solve a problem before we helped')],
      }),
      step('phase', 'stabilisering', 'Stabilisering', 'Stabilisation', {
        text: ['Byg på det, borgeren kan. Mål og delmål sættes sammen og må gerne ændres undervejs.', 'Build on what the citizen can do. Goals and subgoals are set together and may change on the way.'],
        items: [must('maal', 'Mål og delmål er sat sammen med borgeren', 'Goals and subgoals are set together with the citizen'), must('delmaal', 'Et delmål er nået', 'A subgoal has been reached'), must('hverdag', 'Hverdagen har en fast rytme', 'Everyday life has a steady rhythm'),
          may('faellesskab', 'Borgeren kommer i et fællesskab eller værested', 'The citizen takes part in a community or drop-in centre')],
      }),
      step('phase', 'praktik', 'Praktik eller skole', 'Placement or school', {
        text: ['Praktik hos en arbejdsgiver eller skolestart, med tæt opfølgning og en mentor, hvis det hjælper.', 'A placement with an employer or a start at school, with close follow-up and a mentor where it helps.'],
        items: [must('sted', 'Praktiksted eller skole er aftalt', 'A placement or school is agreed'), must('timer', 'Timetallet er til at holde til', 'The number of hours can be sustained'), must('naaet', 'Udviklingen og de nåede mål er skrevet ned', 'Development and goals reached are written down'), may('mentor', 'Mentor er tilbudt', 'A mentor has been offered')],
      }),
      step('phase', 'overgang', 'Overgang', 'Transition', {
        text: ['Over i job, løntilskud, revalidering, fleksjob eller uddannelse.', 'On to a job, wage subsidy, rehabilitation, flex job or education.'],
        items: [must('videre', 'Det er aftalt, hvad borgeren går over til', 'What the citizen moves on to is agreed'), must('kontakt', 'Borgeren ved, hvem der kan kontaktes bagefter', 'The citizen knows whom to contact afterwards')],
      }),
    ],
  },
  branchepakke: {
    ...plain, certificate: true, scaleCode: 'levels', name: { da: 'Branchepakke', en: 'Trade package' }, source: from('Vejle Kommune, branchepakker i integrationsindsatsen'),
    lead: { da: 'Fem moduler frem mod et bestemt job. Hvert modul har et niveau, der skal nås, før det næste begynder.', en: 'Five modules towards one particular job. Each has a level to reach before the next begins.' },
    steps: [
      step('module', 'introduktion', 'Introduktion', 'Introduction', {
        weeks: 8, text: ['Otte uger sammen med andre: besøg i alle brancher, og ressourcerne kortlægges.', 'Eight weeks with others: visits to every trade, and resources are mapped.'],
        items: [must('klar', 'Borger og sagsbehandler tror på, at pakken kan gennemføres på et år', 'Citizen and caseworker believe the package can be completed in a year'), must('besoeg', 'Alle brancher er besøgt', 'Every trade has been visited'), must('ressourcer', 'Ressourcerne er kortlagt', 'Resources are mapped'), must('valg', 'Borgeren har valgt branche', 'The citizen has chosen a trade')],
      }),
      step('module', 'snus', 'Snusepraktik', 'Taster placement', {
        weeks: 4, text: ['Et kort ophold, hvor valget prøves af i virkeligheden.', 'A short stay that tests the choice against reality.'],
        items: [must('proevet', 'Branchen er prøvet af på en virksomhed', 'The trade has been tried at a company'), must('fastholdt', 'Borgeren vil stadig branchen', 'The citizen still wants the trade')],
      }),
      step('module', 'forste', '1. virksomhedsforløb', '1st company placement', {
        text: ['Almene kompetencer i branchen: faglige, sproglige og personlige.', 'General skills of the trade: professional, language and personal.'],
        items: [must('faglig', 'Fagligt niveau er nået', 'Professional level reached'), must('sprog', 'Sprogligt niveau er nået', 'Language level reached'), must('personlig', 'Personligt niveau er nået', 'Personal level reached')],
      }),
      step('module', 'anden', '2. virksomhedsforløb', '2nd company placement', {
        text: ['Tekniske kvalifikationer, også på AMU-kurser.', 'Technical qualifications, including vocational courses.'],
        items: [must('teknik', 'Teknisk niveau er nået', 'Technical level reached'), must('kursus', 'Branchens kurser er bestået', 'The courses of the trade are passed')],
      }),
      step('module', 'tredje', '3. virksomhedsforløb', '3rd company placement', {
        text: ['Kompetencerne holdes ved lige et sted, hvor der er job at få.', 'Skills are kept up in a place where there are jobs.'],
        items: [must('vedlige', 'Niveauet holdes uden ekstra støtte', 'The level is held without extra support'), must('job', 'Virksomheden ligger, hvor der er jobåbninger', 'The company is where jobs are open'), may('ansoegning', 'Ansøgning er sendt', 'An application has been sent')],
      }),
    ],
  },
  mentorforloeb: {
    ...plain, aftercareWeeks: 26, scaleCode: 'challenge', name: { da: 'Mentorforløb', en: 'Mentor course' }, source: from('Stevns Kommune, “Relationen er afgørende”'),
    lead: { da: 'En mentor, der bliver ved. Ingen forandring begynder, før der er tillid, og efter sidste dag er døren stadig åben.', en: 'A mentor who stays. No change begins before there is trust, and after the last day the door is still open.' },
    steps: [
      step('phase', 'match', 'Det rette match', 'The right match', { text: ['Mentorens styrker skal passe til udfordringerne. Kører parret fast, skiftes mentor med det samme.', 'The mentor’s strengths should fit the challenges. Where a pair gets stuck, the mentor is changed at once.'], items: [must('valgt', 'Mentor er valgt efter styrker og kemi', 'The mentor is chosen for strengths and chemistry'), must('ja', 'Borgeren siger ja til mentoren', 'The citizen says yes to the mentor')] }),
      step('phase', 'tillid', 'Tillid', 'Trust', { meetings: 2, text: ['Faste tider, i borgerens tempo. Rammen må gerne være en gåtur.', 'Fixed times, at the citizen’s pace. It may well be a walk.'], items: [must('faste', 'Der er faste tider, og de bliver holdt', 'There are fixed times, and they are kept'), must('aabner', 'Borgeren fortæller selv, hvad der fylder', 'The citizen tells what weighs on them')] }),
      step('phase', 'udfordringer', 'Udfordringerne på skala', 'The challenges on a scale', { text: ['Sæt tal fra 1 til 10 på det, der fylder i det sociale, det fysiske og det psykiske rum.', 'Put numbers from 1 to 10 on what weighs in the social, the physical and the psychological room.'], items: [must('maalt', 'Hver udfordring har fået et tal', 'Each challenge has a number'), must('sat-ned', 'Det, der overskygger alt andet, er kommet ned på 2', 'What overshadows everything else has come down to 2'), may('netvaerk', 'Familie, læge og andre er taget med på råd', 'Family, doctor and others have been consulted')] }),
      step('phase', 'skridt', 'De små skridt', 'The small steps', { meetings: 1, text: ['Sæt barren lavt, og vis hver lille succes, for eksempel som en kurve.', 'Set the bar low, and show every small success, for instance as a curve.'], items: [must('mod', 'Borgeren har tegnet sin kurve og sagt, hvor den skal hen', 'The citizen has drawn their curve and said where it should go'), must('trin', 'Første skridt mod job eller uddannelse er taget', 'The first step towards work or education is taken')] }),
      step('phase', 'selv', 'På egne ben', 'On their own feet', { text: ['Ude af offentlig forsørgelse. Efterværn altid: ingen bliver sluppet fra den ene dag til den anden.', 'Off public support. Aftercare always: nobody is let go from one day to the next.'], items: [must('ude', 'Borgeren er i job eller uddannelse', 'The citizen is in work or education'), must('eftervaern', 'Efterværn er aftalt', 'Aftercare is agreed')] }),
    ],
  },
}
