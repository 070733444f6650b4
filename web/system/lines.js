/** The lines of a list as a table; the one that is being changed opens as a form below its row. */
import { html, useLayoutEffect, useState } from "../html.js"
import { LineForm } from "./line-form.js"
import { inWords, wordsOf } from "./cells.js"

/** `open` is the place of the line that is being changed; `change(lines)` takes the lines as they are to be, null for who only reads. */
export function Lines({ list, lines, faultsOf, open, setOpen, change }) {
  const [back, setBack] = useState(null)
  useLayoutEffect(() => {
    // What closes gives the focus back to where it was opened.
    if (open === null && back) document.getElementById(back)?.focus()
  }, [open, back])

  const close = (at) => (setBack(at === lines.length ? "list-add" : `list-line-${at}`), setOpen(null))
  const keep = (at) => (line) => (change([...lines.slice(0, at), line, ...lines.slice(at + 1)]), close(at))
  const remove = (at) => (change(lines.filter((_, each) => each !== at)), setBack("list-add"), setOpen(null))
  const rest = list.columns.filter(({ name }) => name !== "words" && !list.named_by.includes(name))
  const its = { columns: list.columns, onCancel: () => close(open), onKeep: keep(open) }

  return html`<div>
    <table class="nhsuk-table hw-list">
      <caption class="nhsuk-table__caption nhsuk-u-visually-hidden">${list.words}</caption>
      <thead><tr>${["Name", "Words", "How", change && "Change"].filter(Boolean).map((words) => html`<th key=${words} class="nhsuk-table__header" scope="col">${words}</th>`)}</tr></thead>
      <tbody>${lines.map((line, at) => html`
        <${Row} key=${at} line=${line} at=${at} rest=${rest} list=${list} faults=${faultsOf(line)} open=${open === at} onOpen=${change && (() => setOpen(at))} onRemove=${() => remove(at)} />
        ${open === at && html`<tr key=${`${at}-form`}><td class="nhsuk-table__cell" colspan="4"><${LineForm} key=${at} line=${line} ...${its} /></td></tr>`}`)}</tbody>
    </table>
    ${change && open === lines.length && html`<${LineForm} key="new" line=${null} ...${its} />`}
    ${change && open !== lines.length && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" id="list-add" type="button" onClick=${() => setOpen(lines.length)}>Add a line</button>`}
  </div>`
}

function Row({ line, at, rest, list, faults, open, onOpen, onRemove }) {
  const name = list.named_by.map((each) => line[each]).join(" ")
  const told = rest.map((column) => [column.words, inWords(column, line[column.name])]).filter(([, said]) => said)
  return html`<tr class=${faults.length ? "hw-lines__row--wrong" : ""}>
    <th class="nhsuk-table__cell hw-list__name" scope="row">${name}</th>
    <td class="nhsuk-table__cell">${wordsOf(list, line)}${faults.map(({ words }) => html`<span class="hw-lines__fault">${words}</span>`)}</td>
    <td class="nhsuk-table__cell">${told.map(([words, said]) => `${words}: ${said}`).join(" · ")}</td>
    ${onOpen && html`<td class="nhsuk-table__cell hw-lines__tools">
      <button class="hw-link" id=${`list-line-${at}`} type="button" aria-expanded=${open} onClick=${onOpen}>Change<span class="nhsuk-u-visually-hidden"> ${name}</span></button>
      <button class="hw-link" type="button" onClick=${onRemove}>Remove<span class="nhsuk-u-visually-hidden"> ${name}</span></button>
    </td>`}
  </tr>`
}
