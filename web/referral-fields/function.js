/** Field 8: what the person managed before, and what they manage now, as a grid of seven. */
import { html } from "../html.js"
import { FUNCTION_ROWS } from "./said.js"

export function FunctionField({ id, value, onChange, codes }) {
  const set = (row, when, level) => onChange({ ...value, [row]: { before: null, now: null, ...value?.[row], [when]: level || null } })
  const choice = (row, words, when) => html`<td class="nhsuk-table__cell">
    <select class="nhsuk-select" id=${`${id}-${row}-${when}`} aria-label=${`${words}, ${when}`} onInput=${({ target }) => set(row, when, target.value)}>
      <option value="">Not known</option>
      ${codes.form.levels.map((level) => html`<option value=${level.code} selected=${value?.[row]?.[when] === level.code}>${level.words}</option>`)}
    </select>
  </td>`
  return html`<table class="nhsuk-table hw-grid">
    <caption class="nhsuk-table__caption hw-legend">How much help does it take?</caption>
    <thead><tr><th class="nhsuk-table__header" scope="col">What</th><th class="nhsuk-table__header" scope="col">Before</th><th class="nhsuk-table__header" scope="col">Now</th></tr></thead>
    <tbody>${FUNCTION_ROWS.map(([row, words]) => html`<tr key=${row} class="nhsuk-table__row">
      <th class="nhsuk-table__header" scope="row">${words}</th>${choice(row, words, "before")}${choice(row, words, "now")}
    </tr>`)}</tbody>
  </table>`
}
