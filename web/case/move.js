/** The frame of one move: what it is called, its form when opened, and what is said when it is no longer possible. */
import { html } from "../html.js"

export function Move({ name, title, open, onToggle, onInput, possible, children }) {
  return html`<details class="nhsuk-details hw-move" id=${name} open=${open} onToggle=${({ target, currentTarget }) => target === currentTarget && onToggle(target.open)} onInput=${onInput}>
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${title}</span></summary>
    <div class="nhsuk-details__text">
      ${!possible && html`<p class="hw-notice">The case has moved on while you were typing, so this can no longer be done. What you typed is kept here for you to copy.</p>`}
      ${children}
    </div>
  </details>`
}

/** Another person's words beside one's own, with the choice to send one's own after all. */
export function Theirs({ basis, children }) {
  if (!basis.theirs) return null
  return html`<div class="hw-notice" role="group" aria-label="Changed meanwhile">
    <p><strong>Somebody changed this while you were typing.</strong> It now says:</p>
    ${children}
    <button class="hw-link" type="button" onClick=${basis.keepMine}>Use mine instead when I send</button>
  </div>`
}
