import 'server-only'
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type Delivery, deliveryOf } from './rules'

export type OutgoingMail = { id: string; idempotencyKey: string; recipient: string; subject: string; body: string; calendar: string | null }
/** `url`: smtp://user:password@host:port or smtps://…; `from`: 'Name <address>'. */
export type MailServer = { url: string; from: string; timeoutMs?: number }

/**
 * Hands one mail to the server and says what is known afterwards; never throws for what a server or a line can do. The connection is driven
 * by hand because only then is it known whether the text had begun to leave when the line was cut.
 */
export async function sendBySmtp(server: MailServer, mail: OutgoingMail): Promise<Delivery> {
  const text = await compose(server, mail)
  const connection = new SMTPConnection(options(server))
  const login = credentials(server.url)
  let textStarted = false
  try {
    return await new Promise<Delivery>((resolve) => {
      const fail = (error: Error | null | undefined) => resolve(deliveryOf((error ?? {}) as { responseCode?: number; code?: string }, textStarted))
      connection.once('error', fail)
      connection.once('end', () => fail(null))
      const send = () => {
        // Read only after the server has said "go on" (354): the first read is the moment of no return.
        const source = new Readable({ read() { textStarted = true; this.push(text); this.push(null) } })
        connection.send({ from: addressOf(server.from), to: [mail.recipient] }, source, (error, info) => {
          if (error) fail(error)
          else resolve({ kind: 'sent', receipt: String(info?.response ?? '').slice(0, 200) })
        })
      }
      connection.connect((error) => {
        if (error) fail(error)
        else if (login) connection.login(login, (refused) => (refused ? fail(refused) : send()))
        else send()
      })
    })
  } finally {
    connection.close()
  }
}

/** The same message id at every attempt: a receiver that gets it twice can tell. */
function compose({ from }: MailServer, mail: OutgoingMail): Promise<Buffer> {
  const domain = addressOf(from).split('@')[1] ?? 'indgang.invalid'
  return new MailComposer({
    from, to: mail.recipient, subject: mail.subject, text: mail.body, messageId: `<${mail.idempotencyKey}@${domain}>`, disableFileAccess: true, disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(mail.calendar ? { icalEvent: { content: mail.calendar, method: mail.calendar.includes('METHOD:CANCEL') ? 'CANCEL' : 'PUBLISH', filename: 'aftale.ics' } } : {}),
  }).compile().build()
}

function options({ url, timeoutMs = 20_000 }: MailServer): SMTPConnection.Options {
  const { protocol, hostname, port } = new URL(url)
  const secure = protocol === 'smtps:'
  return { host: hostname, port: Number(port) || (secure ? 465 : 25), secure, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs }
}

function credentials(url: string): { user: string; pass: string } | null {
  const { username, password } = new URL(url)
  return username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null
}

function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}
