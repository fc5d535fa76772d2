import type { ReactNode } from 'react'
import type { ButtonSize, ButtonVariant } from './button-style'
import { Dialog } from './dialog'
import { DialogCancel } from './dialog-cancel'
import { SubmitButton } from './submit-button'

type Props = {
  trigger: ReactNode
  title: string
  /** What will happen, to whom, and whether it can be undone. */
  children: ReactNode
  /** What the button does, as a verb: "Slet skabelonen", never "OK". */
  confirm: ReactNode
  /** A server action with its id bound; hidden fields can stand in `children`. */
  action: (data: FormData) => void | Promise<void>
  variant?: ButtonVariant
  size?: ButtonSize
  danger?: boolean
}

/** Asks before sending. Nothing is chosen beforehand: focus starts on the close button. */
export function ConfirmDialog({ trigger, title, children, confirm, action, variant, size, danger }: Props) {
  return (
    <Dialog trigger={trigger} title={title} variant={variant} size={size}>
      <form action={action}>
        {children}
        <div className="form-actions mt-5">
          <SubmitButton variant={danger ? 'danger' : 'primary'}>{confirm}</SubmitButton>
          <DialogCancel closeWhenDone />
        </div>
      </form>
    </Dialog>
  )
}
