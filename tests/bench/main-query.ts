import pg from 'pg'

export type Statement = { text: string; values: unknown[] }

/** The statement that takes longest while `run` works, with its values: what a page cannot do without. */
export async function mainQuery(run: () => Promise<unknown>): Promise<Statement & { milliseconds: number }> {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown
  let main = { text: '', values: [] as unknown[], milliseconds: -1 }
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const first = args[0] as string | { text?: string; values?: unknown[] }
    const text = typeof first === 'string' ? first : (first.text ?? '')
    const values = (typeof first === 'string' ? undefined : first.values) ?? (Array.isArray(args[1]) ? args[1] : [])
    const began = performance.now()
    const done = original.apply(this, args)
    if (done instanceof Promise)
      void done.then(() => {
        const milliseconds = performance.now() - began
        if (milliseconds > main.milliseconds && /^\s*(SELECT|WITH)/i.test(text)) main = { text, values, milliseconds }
      }, () => {})
    return done
  } as typeof pg.Client.prototype.query
  try {
    await run()
    return main
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query
  }
}
