/** A group that repeats: its rows, one more, one less. */
import { html } from "../html.js"
import { FieldError } from "../form/fields.js"
import { errorOf } from "../form/use-form.js"
import { blankRow } from "./answers.js"
import { Items } from "./item.js"

export function Rows({ item, form, id, sheet, sourceOf, talk }) {
  const { linkId } = item
  const rows = form.values[linkId] ?? []
  const full = item.most && rows.length >= item.most
  const error = errorOf(form, linkId)
  const change = (after) => form.set(linkId, after)
  const add = () => {
    change([...rows, blankRow(item)])
    setTimeout(() => document.querySelector(`[data-row="${linkId}-${rows.length}"] :is(input, select, textarea)`)?.focus())
  }
  const remove = (at) => {
    change(rows.filter((_, each) => each !== at))
    document.getElementById(`${id}-${linkId}`)?.focus()
  }
  return html`<div class="hw-rows" role="group" aria-label=${item.text}>
    ${error && html`<${FieldError} id=${`${id}-${linkId}-error`} words=${error} />`}
    ${rows.map((row, at) => html`<fieldset class="nhsuk-fieldset hw-subgroup" key=${at} data-row=${`${linkId}-${at}`}>
      <legend class="nhsuk-fieldset__legend hw-legend">${item.text} ${at + 1}</legend>
      <${Items} items=${item.items} form=${rowForm(form, linkId, at)} id=${`${id}-${linkId}-${at}`} sheet=${sheet.ofRow(linkId, at)} sourceOf=${sourceOf} talk=${talk} />
      <button class="hw-link" type="button" onClick=${() => remove(at)}>Remove<span class="nhsuk-u-visually-hidden"> ${item.text} ${at + 1}</span></button>
    </fieldset>`)}
    ${full ? html`<p class="hw-quiet">At most ${item.most}.</p>` : html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" id=${`${id}-${linkId}`} onClick=${add}>Add: ${item.text.toLowerCase()}</button>`}
  </div>`
}

/** One row as a form of its own: the same fields, its values and errors. */
function rowForm(form, linkId, at) {
  const rows = form.values[linkId]
  const start = `${linkId}-${at}-`
  return {
    values: rows[at],
    set: (name, value) => form.set(linkId, rows.map((row, each) => (each === at ? { ...row, [name]: value } : row))),
    errors: form.errors.filter(({ field }) => field.startsWith(start)).map(({ field, words }) => ({ field: field.slice(start.length), words })),
  }
}
