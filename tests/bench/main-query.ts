import pg from 'pg'

/** `name`: under which it is prepared; empty where it is planned each time. */
export type Statement = { text: string; values: unknown[]; name: string }

/** The statement that takes longest while `run` works, with its values: what a page cannot do without. */
export async function mainQuery(run: () => Promise<unknown>): Promise<Statement & { milliseconds: number }> {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown
  let main = { text: '', values: [] as unknown[], name: '', milliseconds: -1 }
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const first = args[0] as string | { text?: string; values?: unknown[]; name?: string }
    const text = typeof first === 'string' ? first : (first.text ?? '')
    const values = (typeof first === 'string' ? undefined : first.values) ?? (Array.isArray(args[1]) ? args[1] : [])
    const name = typeof first === 'string' ? '' : (first.name ?? '')
    const began = performance.now()
    const done = original.apply(this, args)
    if (done instanceof Promise)
      void done.then(() => {
        const milliseconds = performance.now() - began
        if (milliseconds > main.milliseconds && /^\s*(\/\*.*?\*\/\s*)?(SELECT|WITH)/i.test(text)) main = { text, values, name, milliseconds }
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
