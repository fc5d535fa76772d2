/**
 * Questions any caseworker can ask, to notice that difficulties may come from a deployment (veteran strategy of the municipality, principle 4). Not a diagnosis, and not a scale: weights say how much an answer
 * points towards a deployment. `needed`: without a yes here nothing else points there. A changed guide is a new version; the former ones stay, because answers were given to them.
 */
export const SCREENING_GUIDES = [
  {
    version: 1, validFrom: '2026-01-01', threshold: 4, unitCode: 'veteran',
    questions: [
      { code: 'deployed', weight: 1, needed: true, da: 'Har du været udsendt for Danmark eller et andet land, eller bor du sammen med en, der har?', en: 'Have you been deployed for Denmark or another country, or do you live with somebody who has?', daHelp: 'Soldat, politi, læge, sygeplejerske, beredskab. Mange siger det ikke af sig selv.', enHelp: 'Soldier, police, doctor, nurse, emergency services. Many do not say so by themselves.' },
      { code: 'after', weight: 2, needed: false, da: 'Er noget blevet sværere, siden du kom hjem?', en: 'Has anything become harder since you came home?', daHelp: 'Også hvis det er mange år siden: det kommer tit senere.', enHelp: 'Also many years ago: it often comes later.' },
      { code: 'sleep', weight: 2, needed: false, da: 'Sover du dårligt, eller drømmer du om noget, du har oplevet?', en: 'Do you sleep badly, or dream of something you have been through?', daHelp: null, enHelp: null },
      { code: 'guard', weight: 2, needed: false, da: 'Er du på vagt, selv om der ikke er grund til det?', en: 'Are you on guard although there is no reason to be?', daHelp: 'For eksempel: sidder med ryggen mod væggen eller holder øje med udgangene.', enHelp: 'For example: sits with the back to the wall, or keeps an eye on the exits.' },
      { code: 'avoid', weight: 2, needed: false, da: 'Holder du dig væk fra steder, mennesker eller lyde, som du før ikke tænkte over?', en: 'Do you stay away from places, people or sounds you gave no thought to before?', daHelp: null, enHelp: null },
      { code: 'anger', weight: 1, needed: false, da: 'Bliver du hurtigere vred end før?', en: 'Are you quicker to anger than before?', daHelp: null, enHelp: null },
      { code: 'alone', weight: 1, needed: false, da: 'Er det blevet sværere at være sammen med andre, også dem du holder af?', en: 'Has it become harder to be with others, also those you are fond of?', daHelp: null, enHelp: null },
      { code: 'work', weight: 1, needed: false, da: 'Er det blevet sværere at passe arbejde eller uddannelse?', en: 'Has it become harder to keep up work or education?', daHelp: null, enHelp: null },
      { code: 'calm', weight: 1, needed: false, da: 'Drikker du mere eller tager noget for at falde til ro?', en: 'Do you drink more, or take something to calm down?', daHelp: null, enHelp: null },
    ],
  },
] as const
