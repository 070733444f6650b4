/** The file that is to be loaded: its kind, its text, pasted or chosen, and every line that is wrong with it. */
import { html } from "../html.js"
import { Radios } from "../form/choices.js"
import { TextArea } from "../form/fields.js"
import { Form } from "../form/form.js"
import { textOf } from "../lists/decode.js"

export function File({ form, kinds }) {
  const its = { form, id: "reference" }
  const { headings } = kinds.find(({ kind }) => kind === form.values.kind)
  const take = async ({ target }) => target.files[0] && form.set("text", await textOf(target.files[0]))
  return html`<section aria-labelledby="reference-load">
    <h2 class="nhsuk-heading-s" id="reference-load">Load a file</h2>
    <p>You see what it would change before anything happens. An entry that the file leaves out stays; the same file again changes nothing.</p>
    <${Form} ...${its} action="Show what would change">
      <${Radios} ...${its} name="kind" label="What does it hold?" options=${kinds.map(({ kind, says }) => ({ code: kind, words: says }))} />
      <${TextArea} ...${its} name="text" rows=${8} label="The file" hint=${`CSV. Its headings are: ${headings.join(", ")}.`} />
      <div class="nhsuk-form-group">
        <label class="nhsuk-label" for="reference-file">Or choose a file</label>
        <input class="hw-file" id="reference-file" type="file" accept=".csv,text/csv,text/plain" onChange=${take} />
      </div>
    <//>
    <${Faults} problem=${form.problem} />
  </section>`
}

/** Each faulty line, in the order of the file. */
export function Faults({ problem }) {
  const faults = problem?.faults ?? []
  const more = (problem?.faultsInAll ?? 0) - faults.length
  if (!faults.length) return null
  return html`<table class="nhsuk-table hw-list">
    <caption class="nhsuk-table__caption">What is wrong in the file</caption>
    <thead><tr>${["Line", "Column", "What is wrong"].map((words) => html`<th class="nhsuk-table__header" scope="col">${words}</th>`)}</tr></thead>
    <tbody>${faults.map(({ line, column, words }) => html`<tr key=${`${line} ${column}`}>
      <th class="nhsuk-table__cell hw-list__name" scope="row"><span class="hw-cell__label">Line </span>${line}</th>
      <td class="nhsuk-table__cell"><span class="hw-cell__label">Column: </span>${column || "all of it"}</td>
      <td class="nhsuk-table__cell">${words}</td>
    </tr>`)}</tbody>
  </table>${more > 0 && html`<p>… and ${more} more.</p>`}`
}
