import da from '@/messages/da/frame.json'
import en from '@/messages/en/frame.json'

/** When not even the frame could be made: no style sheet, no translations at hand, both languages at once. */
export function GlobalError({ reference }: { reference?: string }) {
  return (
    <html lang="da">
      <body style={{ margin: '4rem auto', maxWidth: '36rem', padding: '0 1rem', font: '1rem/1.5 system-ui, sans-serif' }}>
        <main role="alert">
          <h1>{da.broken.title}</h1>
          <p>{da.broken.body}</p>
          <p lang="en">{en.broken.body}</p>
          {reference && <p><code>{reference}</code></p>}
          <p><a href="">{da.broken.retry} / <span lang="en">{en.broken.retry}</span></a></p>
        </main>
      </body>
    </html>
  )
}
