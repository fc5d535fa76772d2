import type pg from 'pg'

const first = ['Anders', 'Birgit', 'Christian', 'Dorthe', 'Erik', 'Freja', 'Gunnar', 'Hanne', 'Ib', 'Jens', 'Kirsten', 'Lars', 'Mette', 'Niels', 'Ole', 'Peter', 'Rikke', 'Søren', 'Tove', 'Ulla', 'Vibeke', 'Åse', 'Øjvind', 'Bo']
const last = ['Jensen', 'Nielsen', 'Hansen', 'Pedersen', 'Andersen', 'Christensen', 'Larsen', 'Sørensen', 'Rasmussen', 'Jørgensen', 'Kjærgård', 'Østergaard', 'Åkjær', 'Thygesen', 'Skov', 'Bæk', 'Vestergaard', 'Møller', 'Holm', 'Lund']

/**
 * `count` veterans with address, phone and a replacement number, straight into the tables. One person in twenty is called Jensen, as in
 * life, and each has one of 4,000 made-up middle names, so that an exact name finds a few and a surname finds thousands.
 */
export async function generatePeople(owner: pg.Client, count: number): Promise<void> {
  await owner.query("SET session_replication_role = 'replica'")
  await owner.query(
    `INSERT INTO person (first_name, last_name, birth_date, registered_on, source, digital_post)
     SELECT ($2::text[])[1 + n % cardinality($2::text[])] || ' ' || initcap(translate(to_char(n % 4000, 'FM0000'), '0123456789', 'bdfgklmnrs')) || 'a', ($3::text[])[1 + (n / 7) % cardinality($3::text[])],
       date '1945-01-01' + (n * 7919) % 20000, '2024-01-01', 'bench', CASE WHEN n % 5 = 0 THEN 'EXEMPT' ELSE 'YES' END::digital_post FROM generate_series(1, $1::int) n`,
    [count, first, last],
  )
  await owner.query("INSERT INTO person_role (person_id, kind, from_day) SELECT id, 'VETERAN', '2024-01-01' FROM person")
  await owner.query('INSERT INTO veteran_profile (person_id, vulnerable) SELECT id, random() < 0.09 FROM person')
  await owner.query(
    `INSERT INTO address (person_id, street, number, postcode, town, source)
     SELECT id, ($1::text[])[1 + n % cardinality($1::text[])] || CASE WHEN n % 3 = 0 THEN 'gade' ELSE 'vej' END, (1 + n % 180)::text, '8900', 'Randers C', 'bench' FROM (SELECT id, row_number() OVER () AS n FROM person) q`,
    [['Vester', 'Øster', 'Nørre', 'Søndre', 'Kirke', 'Skole', 'Møllevangs', 'Gudenå', 'Hobro', 'Viborg', 'Hadsund', 'Udbyhøj', 'Strømmens', 'Fjord', 'Bakke', 'Enghaven']],
  )
  await owner.query("INSERT INTO contact_point (person_id, kind, value, source) SELECT id, 'PHONE', '+45' || (20000000 + row_number() OVER ())::text, 'bench' FROM person")
  await owner.query("SET session_replication_role = 'origin'")
  await owner.query('ANALYZE')
}
