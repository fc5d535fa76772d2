import { Button } from '../button'
import { CopyButton } from '../copy-button'
import { LinkButton } from '../link-button'
import { PrintButton } from '../print-button'
import { SubmitButton } from '../submit-button'
import { KitSection, Specimen } from './kit-section'

export function KitButtons() {
  return (
    <KitSection title="Knapper">
      <Specimen name="Button: primary, secondary, quiet, danger">
        <div className="form-actions">
          <Button variant="primary">Frigiv kørslen</Button>
          <Button>Se modtagere</Button>
          <Button variant="quiet">Spring over</Button>
          <Button variant="danger">Stop udsendelsen</Button>
        </div>
      </Specimen>
      <Specimen name="Med symbol, lille, slået fra, i gang">
        <div className="form-actions">
          <Button icon="plus">Ny person</Button>
          <Button size="small">Log opkald</Button>
          <Button variant="primary" size="small">Send påmindelse</Button>
          <Button disabled>Luk kørslen</Button>
          <Button variant="primary" aria-disabled="true">Gemmer …</Button>
        </div>
      </Specimen>
      <Specimen name="LinkButton og SubmitButton">
        <form className="form-actions">
          <SubmitButton pendingLabel="Gemmer …">Gem</SubmitButton>
          <LinkButton href="/admin/kit" icon="external">Åbn personen</LinkButton>
          <LinkButton href="/admin/kit" variant="quiet" download>Hent fil med fejlrækker</LinkButton>
          <PrintButton>Udskriv</PrintButton>
        </form>
      </Specimen>
      <Specimen name="CopyButton">
        <p className="tabular">Telefon 20 11 22 33 <CopyButton text="20112233" what="telefonnummeret" /></p>
      </Specimen>
    </KitSection>
  )
}
