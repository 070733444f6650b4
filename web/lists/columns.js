/** The columns with three of their cells each, and what each of them holds. What another column holds is given up by it. */
import { html } from "../html.js"
import { Options } from "./choose.js"

const SEVERAL = ["notes"]

export function Columns({ reading, mapping, onPick }) {
  function pick(index, field) {
    const taken = (other) => other === field && !SEVERAL.includes(field)
    const columns = reading.columns.map((_, at) => mapping.columns[at] ?? null)
    onPick(columns.map((other, at) => (at === index ? field || null : taken(other) ? null : other)))
  }
  return html`<table role="table" class="nhsuk-table hw-list">
    <caption class="nhsuk-table__caption hw-legend">Columns</caption>
    <thead class="nhsuk-table__head" role="rowgroup"><tr role="row">
      <th class="nhsuk-table__header" role="columnheader" scope="col">In your list</th><th class="nhsuk-table__header" role="columnheader" scope="col">For example</th><th class="nhsuk-table__header" role="columnheader" scope="col">What it is here</th>
    </tr></thead>
    <tbody role="rowgroup" class="nhsuk-table__body">${reading.columns.map(({ heading, samples }, index) => html`<tr role="row" class="nhsuk-table__row" key=${index}>
      <th class="nhsuk-table__cell hw-list__name" role="rowheader" scope="row">${heading || `Column ${index + 1}`}</th>
      <td role="cell" class="nhsuk-table__cell hw-list__samples">${samples.length ? samples.map((sample) => html`<span class="hw-sample">${sample}</span>`) : html`<span class="hw-quiet">empty</span>`}</td>
      <td role="cell" class="nhsuk-table__cell"><${Options} id=${`column-${index}`} label=${`What ${heading || `column ${index + 1}`} is`} empty="Not brought in" options=${reading.fields}
        value=${mapping.columns[index] ?? ""} onPick=${(field) => pick(index, field)} /></td>
    </tr>`)}</tbody>
  </table>`
}
