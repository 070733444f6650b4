/** A dialog over the ward list. The browser keeps the focus inside and gives it back when it closes. */
import { html, useLayoutEffect, useRef } from "../html.js"

export function Dialog({ title, onClose, children }) {
  const box = useRef(null)
  useLayoutEffect(() => {
    const dialog = box.current
    dialog.showModal()
    return () => dialog.close()
  }, [])
  // The browser tells of a closing later: of one that is gone from the page already, the next may be open by then.
  const closed = ({ target }) => target.isConnected && onClose()
  return html`<dialog class="hw-dialog" ref=${box} onClose=${closed} aria-labelledby="dialog-title">
    <h2 class="nhsuk-heading-m" id="dialog-title">${title}</h2>
    ${children}
  </dialog>`
}
