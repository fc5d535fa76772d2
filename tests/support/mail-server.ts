import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type MailBox = { url: string; mails: Email[]; raw: string[]; stop: () => Promise<void> }

/**
 * A real SMTP server on a free port. A recipient that begins with `no-` is refused for good, `later-` is asked to come back, and `cut-` has
 * its line cut after the whole text has arrived, without an answer.
 */
export async function mailServer(): Promise<MailBox> {
  const mails: Email[] = []
  const raw: string[] = []
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('no-')) return done(Object.assign(new Error('No such user'), { responseCode: 550 }))
      if (address.startsWith('later-')) return done(Object.assign(new Error('Try later'), { responseCode: 451 }))
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = Buffer.concat(chunks)
        raw.push(text.toString('latin1'))
        void PostalMime.parse(text).then((mail) => {
          mails.push(mail)
          if (session.envelope.rcptTo[0]?.address.startsWith('cut-')) for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
          else done(null, 'queued as 12345')
        })
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, mails, raw, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
