/** The system as one file: written out, or looked at and brought in. */
import { announce } from "../announce.js"
import { TextArea } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useEffect, useRef, useState } from "../html.js"
import { Problem, post, put } from "../http.js"
import { newId } from "../ids.js"
import { textOf } from "../lists/decode.js"
import { count } from "../ready.js"

export const openFile = () => ({ live: null, content: () => html`<${File} />` })

function File() {
  const [outcome, setOutcome] = useState(null)
  const heading = useRef(null)
  const form = useForm({
    initial: { text: "" },
    check: (values) => missing(values, { text: "Paste the file, or choose it" }),
    send: async (values) => (setOutcome(null), post("/system/import/preview", read(values.text)).catch(whereItIs)),
    done: (told) => setOutcome({ ...told, id: newId(), of: form.values, done: false }),
  })
  const bring = useForm({
    initial: {},
    send: () => put(`/system/import/${outcome.id}`, read(outcome.of.text)).catch(whereItIs),
    done: (told) => (setOutcome({ ...outcome, ...told, done: true }), announce("The file was brought in.")),
  })
  useEffect(() => heading.current?.focus(), [outcome])
  const current = outcome && outcome.of === form.values
  const take = async ({ target }) => target.files[0] && form.set("text", await textOf(target.files[0]))
  return html`<div class="hw-system">
    <p><a href="/system">System</a></p>
    <h1 class="nhsuk-heading-m">System as one file</h1>
    <p>Organisations, sites, wards, hubs, services, roster, calendars, ladders and local lists. It holds no names of staff, no passwords and nobody's case.</p>
    <p><a href="/api/v1/system/export" download="homeward-system.json">Save this system as a file</a></p>
    <h2 class="nhsuk-heading-s">Bring in a file</h2>
    <p>You see what it would change before anything happens. What the file leaves out stays; the same file again changes nothing.</p>
    <${Form} form=${form} id="file" action="Show what would change">
      <${TextArea} form=${form} id="file" name="text" rows=${8} label="The file" />
      <div class="nhsuk-form-group"><label class="nhsuk-label" for="file-chosen">Or choose a file</label>
        <input class="hw-file" id="file-chosen" type="file" accept=".json,application/json" onChange=${take} /></div>
    <//>
    ${current && html`<section aria-labelledby="file-outcome">
      <h2 class="nhsuk-heading-s hw-step" id="file-outcome" tabindex="-1" ref=${heading}>${outcome.done ? "What was changed" : "What would change"}</h2>
      <p>${count(outcome.changes.length, "change")}; ${outcome.unchanged} as they stand here.</p>
      <ul class="nhsuk-list nhsuk-list--bullet">${outcome.changes.map((words) => html`<li key=${words}>${words}</li>`)}</ul>
      ${!outcome.done && outcome.changes.length > 0 && html`<${Form} form=${bring} id="bring" action=${`Bring in ${count(outcome.changes.length, "change")}`} />`}
    </section>`}
  </div>`
}

/** What is wrong in the file is told beside the file, with where it stands there. */
function whereItIs(problem) {
  problem.fields = problem.errors.map(({ field, words }) => ({ field: "text", words: `${field}: ${words}` }))
  throw problem
}

function read(text) {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem({ status: 422, errors: [{ field: "text", words: "This is not a system file: it cannot be read as JSON." }] })
  }
}
