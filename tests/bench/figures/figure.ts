/** What a figure is handed: a seed for everything it draws, and the owner's address of a migrated database of its own. */
export type FigureOptions = { seed: number; log: (line: string) => void; ownerUrl: string; appPassword: string; /** A few hundred tries for every day; the bound asks for more. */ small: boolean; /** A run that was broken off is gone on with, where the figure keeps what it had found. */ goOn: boolean; /** Of a figure that asks every form or address: these alone, by what they are called; of one that weakens things: those with one of these texts in their name. All where there is none. */ only: readonly string[]; /** What PostgreSQL has written into its own log; nothing where the server is another's. */ databaseLog: () => string }
export type FigureResult = { value: string; ok: boolean; details?: string[] }

/** `database`: whether it needs one. `bound` is what issue and docs promise; the figure itself says whether it was kept. */
export type Figure = { bound: string; database: boolean; figure: (options: FigureOptions) => Promise<FigureResult> }

/** The middle value; of an even number the lower of the two. */
export function p50(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}
