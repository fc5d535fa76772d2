import { rowsOf } from '../main-query'

export default async function Page() {
  const [answer] = await rowsOf('due')
  return (
    <table>
      <tbody>
        {(answer.rows ?? []).map((row) => <tr key={row.person_id}><th>{row.first_name} {row.last_name}</th><td>{row.town}</td><td>{row.last_letter_on}</td><td>{row.due_on}</td></tr>)}
      </tbody>
    </table>
  )
}
