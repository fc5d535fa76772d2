import da from '@/messages/da/frame.json'
import en from '@/messages/en/frame.json'

// System fonts and a few rules of its own: nothing on this page may need anything but itself.
const style =
  'body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#f5f5f5}main{max-width:36rem;margin:4rem auto;padding:1.5rem;background:#fff;border-left:6px solid #b3261e}' +
  'h1{font-size:1.5rem;margin:0 0 .5rem}a{color:#004d99}@media (prefers-color-scheme:dark){body{color:#f0f0f0;background:#121417}main{background:#1d2126}a{color:#8ec5ff}}@media (max-width:40rem){main{margin:1rem}}'

/** The page of the minutes without a database: says what to do, asks again by itself, and needs nothing but this text. */
export function outagePage(locale: 'da' | 'en'): string {
  const { title, body, typed, retry } = (locale === 'en' ? en : da).outage
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
    `<meta http-equiv="refresh" content="10"><title>${title} · Indgang</title><style>${style}</style></head><body><main role="alert"><h1>${title}</h1><p>${body}</p><p>${typed}</p><p><a href="">${retry}</a></p></main></body></html>`
  )
}
