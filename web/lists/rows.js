/** Step 3: what each row will do; then what it did, and the way back. */
import { html, useEffect, useRef, useState } from "../html.js"
import { announce } from "../announce.js"
import { Form } from "../form/form.js"
import { useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { count } from "../ready.js"
import { RowTable } from "./row-table.js"
import { TakeBack } from "./take-back.js"
import { Title } from "./title.js"
import { DOES, STATES, countsOf, kindWords } from "./words.js"

const TITLES = { read: "What will happen", begun: "This list stopped half way", forgotten: "This list stopped half way", applied: "What came of it", taken_back: "What came of it" }

export function Rows({ heading, page, onPage, onBack, onAnother }) {
  const [leaveOut, setLeaveOut] = useState(new Set())
  const said = useNames(page)
  const form = useForm({
    initial: {},
    send: () => applied(page.list_id, [...leaveOut], onPage),
    done: (answer) => (announce(`${STATES[answer.state]}.`), heading.current?.focus()),
  })
  const toDo = page.rows.filter(({ row, what, done }) => !done && DOES.includes(what) && !leaveOut.has(row)).length
  const open = page.state === "read" || page.state === "begun"
  const toggle = (row) => setLeaveOut((now) => new Set(now.has(row) ? [...now].filter((each) => each !== row) : [...now, row]))
  return html`
    <${Title} heading=${heading} step=${page.state === "read" ? 3 : null} words=${TITLES[page.state]}><p class="hw-quiet">${kindWords(page.kind)}</p><//>
    <${Counts} page=${page} />
    ${page.state === "begun" && html`<p class="hw-notice">${count(page.left, "row")} still to come. What was brought in stays; go on, and only the rest is done.</p>`}
    ${page.state === "forgotten" && html`<p class="hw-notice">The text of this list is no longer kept. Paste it again: who is here already is recognised.</p>`}
    ${open && html`<${Form} form=${form} id="apply" action=${action(page, toDo)} onCancel=${onBack} cancel="Back to the columns">
      ${form.busy && html`<p role="status">Bringing in: ${page.rows.length - page.left} of ${page.rows.length} rows.</p>`}
    <//>`}
    ${!open && html`<p><button class="hw-link" type="button" onClick=${onAnother}>Bring in another list</button></p>`}
    ${page.state !== "read" && page.state !== "taken_back" && html`<${TakeBack} page=${page} onPage=${(answer) => (onPage(answer), heading.current?.focus())} />`}
    <${RowTable} rows=${page.rows} said=${said} leaveOut=${leaveOut} onToggle=${open ? toggle : null} />`
}

function Counts({ page }) {
  return html`<ul class="hw-counts">${countsOf(page).map(({ what, number, words }) => html`<li class=${`hw-count hw-count--${what}`} key=${what}><strong>${number}</strong> ${words}</li>`)}</ul>`
}

const action = (page, toDo) => (page.state === "begun" ? "Go on with the rest" : toDo === 1 ? "Bring in 1 row" : `Bring in ${toDo} rows`)

/** So many at a time, until none are left; each answer is shown. */
async function applied(id, leaveOut, onPage) {
  for (;;) {
    const page = await put(`/lists/${id}/application`, { leave_out: leaveOut })
    onPage(page)
    if (page.state !== "begun") return page
  }
}

/** Once a list is brought in the server keeps no names of the rows that were not; this page still knows them. */
function useNames(page) {
  const names = useRef(new Map())
  useEffect(() => page.rows.forEach(({ row, name, ward, bed }) => name && names.current.set(row, { name, ward, bed })), [page])
  return (row) => (row.name ? row : { ...row, ...names.current.get(row.row) })
}
