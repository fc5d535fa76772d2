import { rowsOf } from '../../main-query'

export const dynamic = 'force-dynamic'

export default async function Page({ params }) {
  const rows = await rowsOf((await params).name)
  return <table><tbody>{rows.map((row, at) => <tr key={at}>{Object.entries(row).map(([name, value]) => <td key={name}>{JSON.stringify(value)}</td>)}</tr>)}</tbody></table>
}
