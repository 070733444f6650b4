/** One choice outside a form's values: a label and a list to choose from. */
import { html } from "../html.js"

export const Choose = ({ id, label, options, value, onPick, empty = "Choose…" }) => html`<div class="nhsuk-form-group">
  <label class="nhsuk-label" for=${id}>${label}</label>
  <${Options} id=${id} options=${options} value=${value} onPick=${onPick} empty=${empty} />
</div>`

/** The list alone, for a table whose headings say what it is; `label` is for who cannot see them. */
export const Options = ({ id, label, options, value, onPick, empty }) => html`<select class="nhsuk-select" id=${id} aria-label=${label ?? null} onChange=${({ target }) => onPick(target.value)}>
  <option value="" selected=${!value}>${empty}</option>
  ${options.map(({ code, words }) => html`<option key=${code} value=${code} selected=${String(value) === code}>${words}</option>`)}
</select>`
