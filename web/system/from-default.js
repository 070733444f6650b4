/** What the local default has that this list lacks, or says otherwise: a later version brought it, or somebody took it out. Taken over a line at a time, and saved with the list. */
import { html, useRef } from "../html.js"
import { count } from "../ready.js"
import { inWords, wordsOf } from "./cells.js"

export function FromDefault({ list, lines, change }) {
  const summary = useRef(null)
  const nameOf = (line) => list.named_by.map((each) => line[each]).join(" ")
  const here = new Map(lines.map((line) => [nameOf(line), line]))
  const other = list.default_lines.filter((line) => !same(list.columns, line, here.get(nameOf(line))))
  if (!other.length) return null

  function take(line) {
    const held = here.get(nameOf(line))
    change(held ? lines.map((each) => (each === held ? line : each)) : [...lines, line])
    // The button goes with its line; the last one takes the list of them along.
    setTimeout(() => (summary.current ?? document.getElementById("list-add"))?.focus())
  }

  return html`<details class="nhsuk-details">
    <summary class="nhsuk-details__summary" ref=${summary}><span class="nhsuk-details__summary-text">In the local default, and not so here: ${count(other.length, "line")}</span></summary>
    <div class="nhsuk-details__text"><ul class="hw-system__parts">${other.map((line) => html`<li key=${nameOf(line)} class="hw-system__part">
      <p><strong>${nameOf(line)}</strong> ${wordsOf(list, line)} <span class="hw-quiet">${told(list, line, here.get(nameOf(line)))}</span></p>
      <button class="hw-link" type="button" onClick=${() => take(line)}>${here.has(nameOf(line)) ? "Take it as it is there" : "Add it"}<span class="nhsuk-u-visually-hidden">: ${nameOf(line)}</span></button>
    </li>`)}</ul></div>
  </details>`
}

const same = (columns, line, held) => Boolean(held) && columns.every(({ name }) => inSame(line[name], held[name]))

const inSame = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** All of a line that is not here; of one that is, what differs. */
function told({ columns, named_by: naming }, line, held) {
  const rest = columns.filter(({ name }) => !naming.includes(name) && (held ? !inSame(line[name], held[name]) : name !== "words"))
  const said = rest.map((column) => [column.words, inWords(column, line[column.name]), held ? inWords(column, held[column.name]) : ""])
  return said.filter(([, there, here]) => there || here).map(([words, there, here]) => `${words}: ${there || "no"}${held ? ` (here: ${here || "no"})` : ""}`).join(" · ")
}
