import { toDay } from '@/lib/platform/day'
import { Checkbox } from '../checkbox'
import { CheckboxGroup } from '../checkbox-group'
import { DateField } from '../date-field'
import { FileInput } from '../file-input'
import { RadioGroup } from '../radio-group'
import { SearchField } from '../search-field'
import { Select } from '../select'
import { SubmitButton } from '../submit-button'
import { TextArea } from '../text-area'
import { TextInput } from '../text-input'
import { TimeField } from '../time-field'
import { KitSection, Specimen } from './kit-section'

const units = [
  {
    label: 'Centre',
    options: [
      { value: 'jobcenter', label: 'Jobcenter' },
      { value: 'social', label: 'Socialt center' },
    ],
  },
  { value: 'veteran', label: 'Veteranindgangen' },
]

export function KitFields() {
  return (
    <KitSection title="Felter">
      <SearchField label="Søg i tilbud" placeholder="Fx bolig, idræt, samtale" id="kit-search" showLabel />
      <form className="form-stack">
        <TextInput name="name" label="Navn" scope="kit" defaultValue="Mette Holm" />
        <TextInput
          name="phone"
          label="Telefon"
          scope="kit"
          type="tel"
          help="Otte cifre. Landekode kun uden for Danmark."
          optional
          width="short"
        />
        <TextInput name="fixed" label="Sagsnummer" scope="kit" readOnly defaultValue="2026-00417" width="short" />
        <Select name="unit" label="Enhed" scope="kit" options={units} placeholder="Vælg enhed" fit />
        <DateField
          name="sent"
          label="Hvornår blev brevet sendt?"
          scope="kit"
          help="For eksempel 5 9 2026"
          defaultValue={toDay('2026-09-05')}
        />
        <TimeField name="time" label="Klokkeslæt" scope="kit" />
        <RadioGroup
          name="wish"
          label="Hvad ønsker du?"
          scope="kit"
          options={[
            { value: 'talk', label: 'En samtale', help: 'Vi finder et tidspunkt, der passer dig.' },
            {
              value: 'later',
              label: 'Kontakt mig senere',
              more: <TextInput name="when" label="I hvilken måned?" scope="kit" width="short" />,
            },
            { value: 'no', label: 'Nej tak i år' },
          ]}
        />
        <CheckboxGroup
          name="needs"
          label="Særlige hensyn"
          scope="kit"
          optional
          defaultValue={['print']}
          options={[
            { value: 'print', label: 'Stor skrift' },
            { value: 'interpreter', label: 'Tolk' },
            { value: 'sign', label: 'Tegnsprog', disabled: true },
          ]}
        />
        <Checkbox name="agree" label="Jeg har talt med borgeren om dette" help="Skrives i kontaktloggen." scope="kit" />
        <TextArea name="note" label="Hvad blev sagt?" scope="kit" maxLength={500} defaultValue="Vil gerne ringes op efter ferien." />
        <FileInput name="file" label="Registerfil" scope="kit" help="CSV eller Excel, højst 20 MB." accept=".csv,.xlsx" />
        <div className="form-actions">
          <SubmitButton>Gem</SubmitButton>
        </div>
      </form>
      <Specimen name="Tomt kladdefelt uden hjælp">
        <TextArea name="draft" label="Notat" scope="kit" rows={2} />
      </Specimen>
    </KitSection>
  )
}
