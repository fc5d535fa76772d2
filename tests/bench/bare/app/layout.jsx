export const dynamic = 'force-dynamic'

export default function Layout({ children }) {
  return <html lang="da"><body>{children}</body></html>
}
