/** What the list calls each ward or case manager, and who that is here. */
import { html } from "../html.js"
import { count } from "../ready.js"
import { Options } from "./choose.js"

export function Names({ id, title, named, options, meant, onPick }) {
  const pick = (key) => (chosen) => {
    const { [key]: _before, ...others } = meant
    onPick(chosen ? { ...others, [key]: chosen } : others)
  }
  return html`<table role="table" class="nhsuk-table hw-list">
    <caption class="nhsuk-table__caption hw-legend">${title}</caption>
    <thead class="nhsuk-table__head" role="rowgroup"><tr role="row">
      <th class="nhsuk-table__header" role="columnheader" scope="col">In your list</th><th class="nhsuk-table__header" role="columnheader" scope="col">Here</th>
    </tr></thead>
    <tbody role="rowgroup" class="nhsuk-table__body">${named.map(({ said, key, rows }, at) => html`<tr role="row" class="nhsuk-table__row" key=${key}>
      <th class="nhsuk-table__cell hw-list__name" role="rowheader" scope="row">${said} <span class="hw-quiet">${count(rows, "row")}</span></th>
      <td role="cell" class="nhsuk-table__cell"><${Options} id=${`${id}-${at}`} label=${`Who or what ${said} is here`} empty="Nobody has said" options=${options} value=${meant[key] ?? ""} onPick=${pick(key)} /></td>
    </tr>`)}</tbody>
  </table>`
}
