import { Button } from '../button'
import { Dialog } from '../dialog'
import { DialogCancel } from '../dialog-cancel'
import { EmptyState } from '../empty-state'
import { FailedState } from '../failed-state'
import { LinkButton } from '../link-button'
import { LoadingState } from '../loading-state'
import { Menu } from '../menu'
import { NoAccessState } from '../no-access-state'
import { SubmitButton } from '../submit-button'
import { Toast } from '../toast'
import { KitSection, Specimen } from './kit-section'

export function KitStates() {
  return (
    <KitSection title="Tilstande og vinduer">
      <Specimen name="EmptyState">
        <EmptyState title="Ingen svar endnu" actions={<LinkButton href="/admin/kit">Se kørslen</LinkButton>}>
          Brevene blev sendt i går. De første svar plejer at komme efter to dage.
        </EmptyState>
      </Specimen>
      <Specimen name="EmptyState, når intet er målet">
        <EmptyState good title="Ingen forfaldne breve">
          Det næste forfalder den 3. oktober.
        </EmptyState>
      </Specimen>
      <Specimen name="LoadingState">
        <LoadingState lines={3} />
      </Specimen>
      <Specimen name="FailedState">
        <FailedState reference="7F3K-22" actions={<Button icon="retry">Prøv igen</Button>} />
      </Specimen>
      <Specimen name="NoAccessState">
        <NoAccessState>Adressen er beskyttet. Lederen af Veteranindgangen kan give adgang.</NoAccessState>
      </Specimen>
      <Specimen name="Dialog og Menu">
        <div className="form-actions">
          <Dialog trigger="Stop udsendelsen" title="Stop udsendelsen?" variant="danger">
            <p>312 breve er sendt og kan ikke kaldes tilbage. 248 bliver ikke sendt.</p>
            <form className="form-actions mt-5">
              <SubmitButton variant="danger">Stop udsendelsen</SubmitButton>
              <DialogCancel />
            </form>
          </Dialog>
          <Menu label="Mere" variant="secondary">
            <a href="/admin/kit">Hent som regneark</a>
            <button type="button">Udskriv</button>
            <hr />
            <button type="button" className="menu-danger">
              Slet kladden
            </button>
          </Menu>
        </div>
      </Specimen>
      <Toast message="Opkaldet er gemt." />
    </KitSection>
  )
}
