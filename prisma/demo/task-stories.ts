/** `made`, `closed`: days before today; `due`: days after it. `counted`: so many working days after it was written, in place of `due`. */
export type TaskStory = { text: string; made: number; due: number; counted?: number; queue?: 'unit' | 'free'; repeat?: readonly [number, 'WEEK' | 'MONTH']; closed?: number; dropped?: string }

/** Of the n-th of somebody's people. */
export const TASKS: readonly (readonly TaskStory[])[] = [
  [
    { text: 'Ring til driftslederen om opfølgning på lageret, og spørg til høreværnet', made: 19, due: 2 },
    { text: 'Få lægens svar på timetallet ind i sagen', made: 24, due: -3 },
    { text: 'Send referatet af første samtale til ham og hans kone', made: 96, due: -90, closed: 92 },
  ],
  [
    { text: 'Hundetur rundt om søen. Tag ugeskemaet med', made: 20, due: 1, repeat: [3, 'WEEK'] },
    { text: 'Spørg Militærpsykologisk Afdeling, hvornår der er tid', made: 8, due: 0, counted: 10 },
  ],
  [
    { text: 'Afklar vintereksamen med VUC, og om hun kan få forlænget tid', made: 12, due: -6 },
    { text: 'Tid hos økonomirådgiveren', made: 118, due: -100, closed: 101 },
    { text: 'Søg enkeltydelse til briller', made: 70, due: -40, closed: 44, dropped: 'Hun har selv fået dem gennem sin fagforening.' },
  ],
  [
    { text: 'Prøv et andet nummer: spørg sønnen, om han har skiftet telefon', made: 6, due: 0, queue: 'free' },
    { text: 'Undersøg prisen på generhvervelse af stort kørekort', made: 75, due: -60, closed: 66 },
  ],
  [
    { text: 'Ring til bagermesteren om elevplads, inden praktikken slutter', made: 12, due: 4 },
    { text: 'Bestil tolk til samtalen i praktikken', made: 3, due: 0, counted: 5 },
  ],
  [
    { text: 'Samtale om flytningen: flyttehjælp, indskud og skolevej', made: 5, due: 18 },
    { text: 'Opfølgning på trivsel efter flytning', made: 5, due: 60, repeat: [1, 'MONTH'] },
  ],
  [{ text: 'Følg med til den første time hos psykologen', made: 4, due: 6, queue: 'unit' }],
  [{ text: 'Hent udtalelse fra egen læge', made: 2, due: 0, counted: 10 }],
]

/** On one's own desk, about nobody. */
export const DESK: Record<'caseworker' | 'coordinator' | 'colleague', readonly TaskStory[]> = {
  caseworker: [{ text: 'Gør status på virksomhedslisten til teammødet', made: 7, due: 3, repeat: [2, 'WEEK'] }],
  coordinator: [
    { text: 'Book salen på rådhuset til informationsaftenen', made: 10, due: 5 },
    { text: 'Skriv til foreningerne om julearrangementet', made: 4, due: 0 },
    { text: 'Gennemgå tilbudslisten, før næste brevkørsel gøres klar', made: 3, due: 12, queue: 'unit' },
  ],
  colleague: [{ text: 'Forbered oplæg om hjemkomst til skolebesøget', made: 6, due: 9 }],
}
