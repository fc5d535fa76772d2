/** A key or a chord as it is printed on the keyboard: "Ctrl K". */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <kbd className="no-print whitespace-nowrap font-sans">
      {keys.split(' ').map((key) => (
        <kbd key={key} className="key ms-0.5">
          {key}
        </kbd>
      ))}
    </kbd>
  )
}
