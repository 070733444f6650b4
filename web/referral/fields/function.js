/** 8. What the person managed before, and what they manage now: a grid of seven. */
import { html } from "../../html.js"

export function Function({ form, id, codes }) {
  const allBefore = () => form.setParts(Object.fromEntries(codes.function.map(({ code }) => [`function.${code}.before`, "alone"])))
  return html`
    <p><button class="hw-link" type="button" onClick=${allBefore}>They managed everything alone before</button></p>
    <table class="nhsuk-table hw-grid" role="table">
      <caption class="nhsuk-u-visually-hidden">How much help each takes, before this stay and now</caption>
      <thead class="nhsuk-table__head" role="rowgroup"><tr role="row">
        ${["What", "Before", "Now"].map((name) => html`<th class="nhsuk-table__header" role="columnheader" scope="col">${name}</th>`)}
      </tr></thead>
      <tbody class="nhsuk-table__body" role="rowgroup">${codes.function.map((row) => html`<tr role="row" class="nhsuk-table__row" key=${row.code}>
        <th class="nhsuk-table__header" role="rowheader" scope="row">${row.words}</th>
        ${["before", "now"].map((when) => html`<${Level} form=${form} id=${id} row=${row} when=${when} levels=${codes.levels} />`)}
      </tr>`)}</tbody>
    </table>`
}

function Level({ form, id, row, when, levels }) {
  const part = `function.${row.code}.${when}`
  return html`<td class="nhsuk-table__cell" role="cell">
    <span class="hw-cell__label" aria-hidden="true">${when === "now" ? "Now" : "Before"}</span>
    <select class="nhsuk-select" id=${`${id}-${part}`} aria-label=${`${row.words} ${when}`} value=${form.values[part]} onChange=${({ target }) => form.set(part, target.value)}>
      <option value="">Not asked</option>
      ${levels.map(({ code, words }) => html`<option value=${code} selected=${form.values[part] === code}>${words}</option>`)}
    </select>
  </td>`
}
