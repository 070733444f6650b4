/** Step 1: what kind of list, what is to be done with it, and the list itself, pasted or from a file. */
import { html } from "../html.js"
import { Radios } from "../form/choices.js"
import { TextArea } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { post } from "../http.js"
import { textOf } from "./decode.js"
import { Title } from "./title.js"

const PURPOSES = [
  { code: "bring_in", words: "Bring it in: see first what each row will do" },
  { code: "compare", words: "Only compare it with what is here; nothing of it is kept" },
]

export function Paste({ list, heading, kinds, onRead }) {
  const { kind, purpose, text } = list
  const form = useForm({
    initial: { kind, purpose, text },
    check: (values) => missing(values, { text: "Paste the list, or choose its file" }),
    send: (values) => post("/lists/reading", { kind: values.kind, text: values.text }),
    done: (reading) => onRead({ ...form.values, reading, mapping: reading.mapping }),
  })
  const its = { form, id: "paste" }
  return html`
    <${Title} heading=${heading} step=${1} words="Bring in a list" />
    <p>Begin with the list that you keep today, such as a spreadsheet. You see what it will do before anything happens, and you can take it back.</p>
    <${Form} ...${its} action="Read the list">
      ${kinds.length > 1 && html`<${Radios} ...${its} name="kind" label="What is it?" options=${kinds.map(({ code, words, hint }) => ({ code, words: `${words}: ${hint}` }))} />`}
      <${Radios} ...${its} name="purpose" label="What do you want to do?" options=${PURPOSES} />
      <${TextArea} ...${its} name="text" rows=${10} label="The list" hint="Copy the rows with their headings in the spreadsheet, and paste them here." />
      <${File} form=${form} />
    <//>`
}

function File({ form }) {
  const take = async ({ target }) => target.files[0] && form.set("text", await textOf(target.files[0]))
  return html`<div class="nhsuk-form-group">
    <label class="nhsuk-label" for="paste-file">Or choose a file</label>
    <div class="nhsuk-hint" id="paste-file-hint">CSV, or text with tabs. It appears above, where you can still change it.</div>
    <input class="hw-file" id="paste-file" type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" aria-describedby="paste-file-hint" onChange=${take} />
  </div>`
}
