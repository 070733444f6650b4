/** A form with its error summary and its button; `cancel` is what the other one says. `id` keeps the ids of several forms on one page apart. */
import { html } from "../html.js"

export function Form({ form, id, action, onCancel, cancel = "Cancel", children }) {
  return html`<form ref=${form.box} onSubmit=${form.submit} noValidate aria-busy=${form.busy}>
    <${ErrorSummary} form=${form} id=${id} />
    ${children}
    <div class="nhsuk-button-group nhsuk-button-group--small">
      <button class="nhsuk-button nhsuk-button--small" type="submit" aria-disabled=${form.busy}>${form.busy ? "Sending…" : action}</button>
      ${onCancel && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${onCancel}>${cancel}</button>`}
    </div>
  </form>`
}

function ErrorSummary({ form, id }) {
  const { errors, problem } = form
  if (!errors.length && !problem) return null
  const title = problem && !errors.length ? "This was not done" : "There is a problem"
  return html`<div class="nhsuk-error-summary hw-errors" role="alert" tabindex="-1">
    <p class="nhsuk-error-summary__title hw-errors__title"><strong>${title}</strong></p>
    <div class="nhsuk-error-summary__body">
      ${problem && !errors.some(({ words }) => words === problem.message) && html`<p>${problem.message}</p>`}
      <ul class="nhsuk-list nhsuk-error-summary__list">
        ${errors.map(({ field, words }) => html`<li><a href=${`#${id}-${field}`} onClick=${(event) => goTo(event, `${id}-${field}`)}>${words}</a></li>`)}
      </ul>
    </div>
  </div>`
}

function goTo(event, field) {
  event.preventDefault()
  document.getElementById(field)?.focus()
}
