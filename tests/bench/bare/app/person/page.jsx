import { rowsOf } from '../main-query'

export default async function Page() {
  const rows = await rowsOf('person')
  return <table><tbody>{rows.map((row, at) => <tr key={at}>{Object.entries(row).map(([name, value]) => <td key={name}>{JSON.stringify(value)}</td>)}</tr>)}</tbody></table>
}
