import { z } from 'zod'

/** Every variable the product reads. docs/operations.md explains each. This is the only file that touches process.env. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** What requests are served with: the restricted login `indgang_web`. */
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address of the restricted login indgang_web' }),
  /** What jobs work with: the login `indgang_jobs`, which no request may use. Only where jobs run. */
  DATABASE_JOBS_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address of the restricted login indgang_jobs' }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  /** 32 bytes as hex: encrypts CPR numbers and reply codes. Losing it means losing them. */
  FIELD_KEY: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal characters (32 bytes)'),
  NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 characters'),
  /** The address people reach the system at; reply links in letters begin with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(240).default(30),
  SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(10),
  SIGN_IN: z.enum(['password', 'oidc', 'both']).default('password'),
  /** Whether whoever signs in with a password must have a second factor. Left out: required, except in the demo, whose logins are documented. */
  SECOND_FACTOR: z.enum(['required', 'optional']).optional(),
  /** Documented demo logins are shown on the sign-in page. */
  DEMO: z.stringbool().default(false),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The claim that holds the roles, and how its values become ours: "claim=ROLE,claim=ROLE". */
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  OIDC_ROLE_MAP: z.string().default(''),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.string().default('Indgang <ingen-svar@example.invalid>'),
  /** Where the default channel puts Digital Post messages and print files. */
  SPOOL_DIR: z.string().default('.indgang/spool'),
  /** Where the copies of the audit log's seals go: a folder the owner of the database cannot write to. */
  AUDIT_ANCHOR_DIR: z.string().default('.indgang/anchor'),
  /** Where records are delivered to the archive before they are erased. */
  ARCHIVE_DIR: z.string().default('.indgang/archive'),
  /** inline: the web process also works through the queue (demo, small installations). worker: separate processes do. */
  JOBS: z.enum(['inline', 'worker']).default('inline'),
  RUN_DELAY_SECONDS: z.coerce.number().int().min(0).max(86_400).default(600),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Left out: on where PUBLIC_URL is https, because Indgang itself speaks plain http on 127.0.0.1, so our own proxy stands in front. */
  TRUST_PROXY: z.stringbool().optional(),
}).refine((env) => env.NODE_ENV !== 'production' || /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(env.PUBLIC_URL), {
  path: ['PUBLIC_URL'],
  error: 'must begin with https:// (over plain http the session cookie can be read on the way)',
}).refine((env) => env.JOBS !== 'inline' || env.DATABASE_JOBS_URL, {
  path: ['DATABASE_JOBS_URL'],
  error: 'is needed where jobs run (JOBS=inline, and in every worker process)',
}).refine((env) => env.SIGN_IN === 'password' || (env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
  path: ['OIDC_ISSUER'],
  error: 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are all needed when SIGN_IN is oidc or both',
})

export type Env = z.output<typeof schema>

/** Names each bad variable and what it must be; never prints a value. */
export function parseEnv(source: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  const parsed = schema.safeParse(source)
  if (parsed.success) return { env: parsed.data }
  return { problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
}

// Read once, and again only when the database became another one: tests that kill databases change it under the process.
let cached: { env: Env; database: string | undefined } | undefined

export function env(): Env {
  if (cached && cached.database === process.env.DATABASE_APP_URL) return cached.env
  const result = parseEnv(process.env)
  if ('problems' in result) throw new Error(`The environment is not complete:\n  ${result.problems.join('\n  ')}`)
  // next-auth reads its own name for the same address; two that differ would send people elsewhere after signing in.
  process.env.NEXTAUTH_URL = result.env.PUBLIC_URL
  cached = { env: result.env, database: process.env.DATABASE_APP_URL }
  return result.env
}

/** Read apart from the rest, so that a broken environment can still be logged. */
export function logLevel(): string {
  const wanted = schema.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL)
  return wanted.success ? wanted.data : 'info'
}

export function isProduction(): boolean {
  return process.env.NODE_ENV === 'production'
}

export function readEnv(): { env: Env } | { problems: string[] } {
  return parseEnv(process.env)
}
