type Anchor = { value: number; da: string; en: string }
type Shipped = { code: string; nameDa: string; nameEn: string; aboutDa: string; aboutEn: string; lowest: number; highest: number; better: 'higher' | 'lower'; start?: number; gate?: number; noise: number; anchors: Anchor[]; dimensions: [code: string, da: string, en: string][] }

/**
 * Four ways Danish municipalities measure: a challenge on 1–10 (Stevns), change since the start on −5…+5 (Halsnæs), a development compass (Holstebro) and levels
 * for each module (Vejle). `noise` is our proposal; the municipality sets its own. It adds scales of its own and retires those it does not use.
 */
const SHIPPED: Shipped[] = [
  {
    code: 'challenge', nameDa: 'Udfordringer 1–10', nameEn: 'Challenges 1–10', aboutDa: 'Hvor meget fylder udfordringerne i hverdagen?', aboutEn: 'How much room do the challenges take up in everyday life?',
    lowest: 1, highest: 10, better: 'lower', gate: 2, noise: 2,
    anchors: [{ value: 1, da: 'fylder ingenting', en: 'takes up no room' }, { value: 5, da: 'fylder en del, men ikke altid', en: 'takes up some room, but not always' }, { value: 10, da: 'overskygger alt andet', en: 'overshadows everything else' }],
    dimensions: [['challenge-social', 'Det sociale rum', 'The social room'], ['challenge-physical', 'Det fysiske rum', 'The physical room'], ['challenge-mental', 'Det psykiske rum', 'The psychological room']],
  },
  {
    code: 'change', nameDa: 'Forandring −5 til +5', nameEn: 'Change −5 to +5', aboutDa: 'Hvordan går det i forhold til, da forløbet begyndte?', aboutEn: 'How are things compared with when it began?',
    lowest: -5, highest: 5, better: 'higher', start: 0, noise: 1,
    anchors: [{ value: -5, da: 'stor tilbagegang', en: 'much worse than at the start' }, { value: 0, da: 'uændret', en: 'unchanged' }, { value: 5, da: 'målet er nået', en: 'the goal is reached' }],
    dimensions: [['change-social', 'Social', 'Social'], ['change-health', 'Sundhed', 'Health'], ['change-work', 'Beskæftigelse', 'Work']],
  },
  {
    code: 'compass', nameDa: 'Udviklingskompas', nameEn: 'Development compass', aboutDa: 'Hvor godt passer det på mig lige nu?', aboutEn: 'How well does this fit me right now?',
    lowest: 1, highest: 5, better: 'higher', noise: 1,
    anchors: [{ value: 1, da: 'passer slet ikke', en: 'does not fit at all' }, { value: 3, da: 'passer nogenlunde', en: 'fits more or less' }, { value: 5, da: 'passer helt', en: 'fits completely' }],
    dimensions: [['compass-everyday', 'En hverdag med indhold', 'An everyday life with content'], ['compass-skills', 'Det, jeg kan', 'What I can do'], ['compass-health', 'Krop og helbred', 'Body and health'], ['compass-insight', 'At kende sig selv', 'Knowing oneself'], ['compass-network', 'Netværk', 'Network'], ['compass-work', 'Tættere på arbejde', 'Closer to work']],
  },
  {
    code: 'levels', nameDa: 'Niveauer for moduler', nameEn: 'Levels for modules', aboutDa: 'Hvilket niveau er nået i modulet?', aboutEn: 'Which level has been reached in the module?',
    lowest: 0, highest: 4, better: 'higher', gate: 4, noise: 1,
    anchors: [{ value: 0, da: 'ikke begyndt', en: 'not begun' }, { value: 1, da: 'begyndt', en: 'begun' }, { value: 2, da: 'med støtte', en: 'with support' }, { value: 3, da: 'næsten selv', en: 'almost alone' }, { value: 4, da: 'målet for modulet er nået', en: 'the module’s goal is reached' }],
    dimensions: [['levels-intro', 'Introduktion', 'Introduction'], ['levels-taster', 'Snusepraktik', 'Taster placement'], ['levels-first', '1. virksomhedsforløb: det almene', 'First placement: general skills'], ['levels-second', '2. virksomhedsforløb: det faglige', 'Second placement: trade skills'], ['levels-third', '3. virksomhedsforløb: mod et job', 'Third placement: towards a job']],
  },
]

export const PROGRESS_SCALES = SHIPPED.map(({ dimensions: _, ...scale }, position) => ({ ...scale, position }))
export const PROGRESS_DIMENSIONS = SHIPPED.flatMap(({ code: scaleCode, dimensions }) => dimensions.map(([code, nameDa, nameEn], position) => ({ code, scaleCode, nameDa, nameEn, position })))
