/** One local list: its lines, changed one at a time and saved all at once; what is wrong is told at its line. */
import { Theirs } from "../case/move.js"
import { useBasis } from "../form/use-basis.js"
import { Form } from "../form/form.js"
import { useForm } from "../form/use-form.js"
import { html, signal, useRef, useState } from "../html.js"
import { get, put } from "../http.js"
import { count } from "../ready.js"
import { may } from "../session.js"
import { History } from "./history.js"
import { FromDefault } from "./from-default.js"
import { Lines } from "./lines.js"

export async function openPractice({ me }, kind) {
  const list = signal(await get(`/practice/${kind}`))
  const refresh = async () => void (list.value = await get(`/practice/${kind}`))
  return { live: null, content: () => html`<${Practice} me=${me} list=${list.value} refresh=${refresh} />` }
}

function Practice({ me, list, refresh }) {
  const [done, say] = useState("")
  const [open, setOpen] = useState(null)
  const sent = useRef([])
  const form = useForm({
    initial: { lines: list.lines },
    send: ({ lines }) => (sent.current = lines, put(`/practice/${list.kind}`, { lines }, basis.etag).catch(atItsLine)),
    done: async (receipt) => (await refresh(), say(receipt.recorded ? "Saved. It counts from now on." : "Nothing was changed.")),
    refused: refresh,
  })
  const basis = useBasis(form, list, ({ lines }) => ({ lines }))
  const change = (lines) => (say(""), form.set("lines", lines))
  const faultsOf = (line) => form.errors.filter(({ field }) => field === `line-${sent.current.indexOf(line)}`)
  const editable = may(me, "set_practice")
  return html`<div class="hw-system">
    <p><a href="/system">System</a></p>
    <div class="hw-title"><h1 class="nhsuk-heading-m">${list.words}</h1>
      <p class="hw-quiet">${count(form.values.lines.length, "line")}; ${list.local_default ? "local default" : `version ${list.version}`}</p></div>
    ${!editable && html`<p>The hub's lead or a manager changes this list.</p>`}
    <${Theirs} basis=${basis}><p>${count(basis.theirs?.lines.length ?? 0, "line")}, version ${basis.theirs?.version}.</p><//>
    <${Lines} list=${list} lines=${form.values.lines} faultsOf=${faultsOf} open=${open} setOpen=${setOpen} change=${editable ? change : null} />
    ${editable && open === null && html`<${FromDefault} list=${list} lines=${form.values.lines} change=${change} />`}
    ${editable && open === null && html`<div class="hw-save"><${Form} form=${form} id="list" action="Save the list" />
      ${form.touched && html`<p class="hw-quiet">Changed here, and not saved yet.</p>`}</div>`}
    <p class="hw-done" role="status">${done}</p>
    <${History} key=${list.version} path=${`/practice/${list.kind}/history`} none="The local default stands; nobody has changed it." />
  </div>`
}

/** A fault of a cell is shown at its line: "lines.4.words" is "line-4". */
function atItsLine(problem) {
  problem.fields = problem.errors.map(({ field, words }) => ({ field: field.split(".").slice(0, 2).join("-").replace("lines-", "line-"), words }))
  throw problem
}
