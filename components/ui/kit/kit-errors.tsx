import { CheckboxGroup } from '../checkbox-group'
import { Checkbox } from '../checkbox'
import { DateField } from '../date-field'
import { ErrorSummary } from '../error-summary'
import { FileInput } from '../file-input'
import { FormMessage } from '../form-message'
import type { FormState } from '../form-state'
import { RadioGroup } from '../radio-group'
import { Select } from '../select'
import { TextArea } from '../text-area'
import { TextInput } from '../text-input'
import { KitSection, Specimen } from './kit-section'

const state: FormState = {
  message: 'Brevet blev ikke gemt. Det, du har skrevet, står stadig herunder.',
  fields: {
    title: ['Skriv en overskrift'],
    'due.month': ['Måneden skal være et tal fra 1 til 12'],
    channel: ['Vælg, hvordan brevet sendes'],
    groups: ['Vælg mindst én gruppe'],
    unit: ['Vælg en enhed'],
    body: ['Teksten må højst fylde 40 tegn'],
    file: ['Filen er tom'],
    sure: ['Bekræft, at teksten er læst igennem'],
  },
  values: {
    title: '',
    'due.day': '31',
    'due.month': '13',
    'due.year': '2026',
    body: 'Kære veteran. Kommunen har nye tilbud til dig og din familie.',
  },
}

export function KitErrors() {
  const scope = 'kiterror'
  return (
    <KitSection title="Formular, der kom tilbage">
      <ErrorSummary state={state} scope={scope} />
      <form className="form-stack">
        <TextInput name="title" label="Overskrift" state={state} scope={scope} help="Står øverst i brevet." />
        <DateField name="due" label="Sidste svardag" state={state} scope={scope} />
        <RadioGroup
          name="channel"
          label="Kanal"
          state={state}
          scope={scope}
          inline
          options={[
            { value: 'post', label: 'Digital Post' },
            { value: 'letter', label: 'Papirbrev' },
          ]}
        />
        <CheckboxGroup
          name="groups"
          label="Grupper"
          state={state}
          scope={scope}
          options={[
            { value: 'veteran', label: 'Veteraner' },
            { value: 'relative', label: 'Pårørende' },
          ]}
        />
        <Select
          name="unit"
          label="Enhed"
          state={state}
          scope={scope}
          options={[{ value: 'a', label: 'Veteranindgangen' }]}
          placeholder="Vælg enhed"
        />
        <TextArea name="body" label="Brødtekst" state={state} scope={scope} maxLength={40} />
        <FileInput name="file" label="Bilag" state={state} scope={scope} />
        <Checkbox name="sure" label="Jeg har læst teksten igennem" state={state} scope={scope} />
      </form>
      <Specimen name="FormMessage">
        <FormMessage state={{ ok: true, message: 'Skabelonen er gemt som version 4.', values: {} }} />
      </Specimen>
    </KitSection>
  )
}
