/** What somebody on the phone can say of themselves, or a passer-by of them. A protected address is none: it stands in another table. */
export const facts = ['firstName', 'lastName', 'born', 'street', 'postcode', 'phone'] as const
export type Fact = (typeof facts)[number]
/** How many must be known: two are a neighbour's child, three are somebody. */
export const FACTS_LEAST = 3

/** What was said, by fact. `born`: `03-05`, or with the year `1975-03-05`. `phone`: the last four digits or more. */
export type Facts = Partial<Record<Fact, string>>

/** Those that were said, in the order of the form: for the log, which never has the words. */
export const factsOf = (said: Facts): Fact[] => facts.filter((fact) => said[fact] !== undefined)
