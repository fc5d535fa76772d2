import type { MethodText } from '@/lib/casework/methods/parts'
import { each, may, must, step } from './build'

const plain = { lookBackMonths: null, caseLimit: null, silentDays: null, aftercareWeeks: null, certificate: false, scaleCode: null }
const from = (who: string) => `${who}. KL: Ind på arbejdsmarkedet, 2014`
const card = (key: string, da: string, en: string, clips = 1) => step('clips', key, da, en, { clips })

/** Methods whose parts go on beside each other: a punch card, a weekly programme, a folder, a group around the case, main areas. */
export const SIDE_BY_SIDE: Record<string, MethodText> = {
  'naeste-skridt': {
    ...plain, certificate: true, name: { da: 'Næste Skridt', en: 'Next Step' }, source: from('Rebild Kommune, “Næste Skridt”'),
    lead: { da: 'Tre måneder med individuelle moduler og fagmoduler. Hvert overstået modul giver et klip, og et fuldt kort giver et læringsbevis.', en: 'Three months of individual and subject modules. Each module completed earns a clip, and a full card earns a certificate of learning.' },
    steps: [
      step('phase', 'visitation', 'Visitationssamtale', 'Intake talk', { text: ['Borger, sagsbehandler og underviser.', 'Citizen, caseworker and teacher.'], items: [must('maal', 'Målsætning og delmål er aftalt', 'Aim and subgoals are agreed'), must('moduler', 'De individuelle moduler er valgt', 'The individual modules are chosen')] }),
      step('phase', 'forloeb', 'Undervisning', 'Teaching', { weeks: 12, items: [must('undervejs', 'Delmålene er gennemgået undervejs', 'Subgoals have been gone through on the way'), must('samling', 'Deltager i holdets fællessamlinger', 'Takes part in the group’s gatherings')] }),
      step('phase', 'afslutning', 'Afsluttende samtale', 'Closing talk', { items: [must('opfoelgning', 'Der er fulgt op på målsætningen', 'The aim has been followed up')] }),
      card('moedestabil', 'Mødestabilitet', 'Turning up'), card('arbejdsmarked', 'Arbejdsmarkedet', 'The labour market'), card('oekonomi', 'Privatøkonomi', 'Personal finances'), card('konflikt', 'Konflikthåndtering', 'Handling conflict'),
      card('adfaerd', 'Adfærd og kropssprog', 'Behaviour and body language'), card('it', 'It', 'IT', 2), card('kost', 'Kost', 'Nutrition', 2), card('motion', 'Motion', 'Exercise', 2),
    ],
  },
  gps: {
    ...plain, scaleCode: 'compass', name: { da: 'GPS – Du finder vejen', en: 'GPS – You will find the way' }, source: from('Holstebro Kommune, “GPS – Du finder vejen!”'),
    lead: { da: 'Et fast ugeprogram, en plan som ugeskema og et udviklingskompas. Borgeren har selv foden på speederen.', en: 'A steady weekly programme, a plan as a weekly schedule, and a development compass. The citizen sets the pace.' },
    steps: [
      step('area', 'plan', 'Plan og kompas', 'Plan and compass', { items: [must('plan', 'Planen er lavet sammen med borgeren', 'The plan is made together with the citizen'), must('ugeskema', 'Borgeren har fået sit ugeskema', 'The citizen has a weekly schedule'), must('kompas', 'Udviklingskompasset er målt første gang', 'The development compass has been measured once')] }),
      step('area', 'retning', 'På vej', 'On the way', { items: [may('hverdag', 'Hverdagen har indhold', 'Everyday life has content'), may('sundhed', 'Helbredet er bedre', 'Health is better'), may('netvaerk', 'Netværket er styrket', 'The network is stronger'), must('tro', 'Borgeren tror på, at noget kan ændre sig', 'The citizen believes that something can change')] }),
      step('week', 'uge', 'Ugeprogram', 'Weekly programme', {
        items: [...[1, 2, 3, 4, 5].map((day) => each(day, '08:00', '09:00', 'Morgenkaffe og samtaler', 'Morning coffee and talks')), ...[1, 2, 4].map((day) => each(day, '09:00', '10:00', 'Gruppetime', 'Group hour')), each(3, '09:00', '14:30', 'Arbejdspraktik', 'Work practice'), each(5, '09:00', '14:00', 'Natur', 'Nature'),
          each(1, '10:00', '12:00', 'Hal eller gåtur', 'Sports hall or walk'), each(2, '10:00', '12:00', 'Motionsrum, cykling eller gåtur', 'Gym, cycling or walk'), each(4, '10:00', '12:00', 'Sundhedstema eller fysiske test', 'Health topic or fitness tests'), each(1, '13:00', '14:00', 'Ugeplaner og samtaler', 'Weekly plans and talks'), each(2, '13:00', '14:00', 'Afspænding og let motion', 'Relaxation and light exercise'), each(4, '13:00', '14:00', 'Den gode gerning', 'The good deed')],
      }),
    ],
  },
  'ny-indsats': {
    ...plain, lookBackMonths: 6, caseLimit: 30, name: { da: 'Ny Indsats', en: 'New Effort' }, source: from('Viborg Kommune, “Team Ny Indsats”'),
    lead: { da: 'Indsats og myndighed hos én og samme person, omkring 30 borgere til hver. Borgeren skriver mål i sin egen mappe, og hvert halve år ser vi tilbage.', en: 'Support and authority with one and the same person, about 30 citizens each. The citizen writes goals in a folder of their own, and every half year we look back.' },
    steps: [
      step('area', 'mappe', 'Mappen', 'The folder', { items: [must('maal', 'Borgeren har skrevet sine mål og delmål', 'The citizen has written goals and subgoals'), must('udbytte', 'Borgeren har skrevet, hvad aktiviteten skal give', 'The citizen has written what the activity should give')] }),
      step('area', 'aktivitet', 'Aktivitetstilbud', 'Activity', { meetings: 2, text: ['To gange om ugen for dem, der kan have gavn af det.', 'Twice a week for those who may benefit.'], items: [may('begyndt', 'Borgeren er begyndt i aktivitetstilbuddet', 'The citizen has begun the activity'), may('stabil', 'Fremmødet er stabilt', 'Attendance is steady')] }),
      step('area', 'arbejde', 'Mod arbejdsmarkedet', 'Towards work', { items: [must('retning', 'Det er afklaret, hvilken vej borgeren vil', 'It is clear which way the citizen wants to go'), may('jobkonsulent', 'Jobkonsulenten er med', 'The job consultant takes part'), may('virksomhed', 'En virksomhed, der kan rumme borgeren, er fundet', 'A company with room for the citizen is found')] }),
    ],
  },
  koordinatorgruppe: {
    ...plain, name: { da: 'Koordinatorgruppe', en: 'Coordinator group' }, source: from('Gentofte Kommune, “ViTo”'),
    lead: { da: 'Én sag på tværs af forvaltninger, med borgerens samtykke. Den, hvor arbejdet bliver størst, koordinerer.', en: 'One case across departments, with the citizen’s consent. Whoever gets most of the work coordinates.' },
    steps: [
      step('area', 'samtykke', 'Før vi deler', 'Before we share', { items: [must('samtykke', 'Samtykket er underskrevet', 'The consent is signed'), must('tovholder', 'Det er aftalt, hvem der koordinerer', 'Who coordinates is agreed')] }),
      step('roles', 'gruppe', 'Koordinatorgruppen', 'The coordinator group', { items: [must('jobcenter', 'Jobcenter', 'Jobcentre'), must('unge', 'Ungecenter', 'Youth centre'), must('familie', 'Børn & Familie', 'Children & Family'), must('integration', 'Team Integration', 'Integration team'), must('skole', 'Skole og fritid', 'School and leisure')] }),
      step('roles', 'sparring', 'Med til sparring', 'At the sparring meetings', { text: ['Hver anden uge, når sagen har brug for det.', 'Every second week, when the case needs it.'], items: [may('sundhed', 'Sundhedsplejerske', 'Health visitor'), may('institution', 'Sociale institutioner', 'Social institutions'), may('bolig', 'Boligteamet', 'Housing team'), may('konsulent', 'Familiekonsulent', 'Family consultant')] }),
    ],
  },
  arbejdsfaellesskab: {
    ...plain, scaleCode: 'change', name: { da: 'Arbejdsfællesskab', en: 'Work community' }, source: from('Halsnæs Kommune, “Arbejdsfællesskaber med fremtidsperspektiv”'),
    lead: { da: 'En rummelig arbejdsplads og en mentor ved siden af. Mål og aktiviteter aftales inden for hovedområder, og mentoren vurderer fremgangen.', en: 'An inclusive workplace with a mentor beside. Goals and activities are agreed within main areas, and the mentor rates progress.' },
    steps: [
      step('phase', 'match', 'Samtale og match', 'Talk and match', { items: [must('droem', 'Den unge har sagt, hvad drømmen er', 'The young person has said what they dream of'), must('virksomhed', 'Virksomheden har sagt ja efter en jobsamtale', 'The company has said yes after a job interview'), may('formalia', 'Arbejdstøj, vej og mødetid er på plads', 'Work clothes, way and time are settled')] }),
      step('phase', 'praktik', 'Praktik', 'Placement', { meetings: 1, text: ['Jobcentermentoren mødes med den unge hver uge og måler fra møde til møde.', 'The mentor meets the young person every week and measures from one to the next.'], items: [must('faellesskab', 'Den unge er en del af arbejdsfællesskabet', 'The young person is part of the work community'), must('handleplan', 'Handleplanen er lavet med virksomheden', 'The action plan is made with the company')] }),
      step('phase', 'videre', 'Uddannelse eller job', 'Education or work', { items: [must('plads', 'Læreplads, uddannelse eller job er aftalt', 'An apprenticeship, education or job is agreed')] }),
      step('area', 'social', 'Social', 'Social', { items: [must('maal', 'Mål og aktiviteter er aftalt', 'Goals and activities are agreed'), may('netvaerk', 'Der er et netværk uden for det gamle miljø', 'There is a network outside the old circle')] }),
      step('area', 'sundhed', 'Sundhed', 'Health', { items: [must('maal', 'Mål og aktiviteter er aftalt', 'Goals and activities are agreed')] }),
      step('area', 'beskaeftigelse', 'Beskæftigelse', 'Work', { items: [must('maal', 'Mål og aktiviteter er aftalt', 'Goals and activities are agreed')] }),
    ],
  },
}
