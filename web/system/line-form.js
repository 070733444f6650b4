/** One line of a list in a form. What it needs is asked for here; what else is wrong the server says when it is saved. */
import { Select, TextArea, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useEffect } from "../html.js"
import { choices, meant, typed } from "./cells.js"

const YES_NO = [{ code: "yes", words: "Yes" }, { code: "no", words: "No" }]

export function LineForm({ line, columns, onKeep, onCancel }) {
  const needed = columns.filter(({ optional }) => !optional)
  const form = useForm({
    initial: Object.fromEntries(columns.map((column) => [column.name, typed(column, { value: line?.[column.name] })])),
    check: (values) => missing(values, Object.fromEntries(needed.map(({ name, words }) => [name, `Fill in: ${words}`]))),
    send: async (values) => Object.fromEntries(columns.map((column) => [column.name, meant(column, values[column.name])])),
    done: onKeep,
  })
  useEffect(() => form.box.current?.querySelector("input, select, textarea")?.focus(), [])
  return html`<div class="hw-line-form" role="group" aria-label=${line ? "Change the line" : "A new line"}>
    <${Form} form=${form} id="cell" action=${line ? "Take over" : "Add to the list"} onCancel=${onCancel}>
      <div class="hw-line-form__fields">${columns.map((column) => html`<div key=${column.name} class=${column.name === "words" ? "hw-line-form__wide" : ""}><${Cell} form=${form} column=${column} /></div>`)}</div>
    <//>
  </div>`
}

function Cell({ form, column }) {
  const { name, words, hint, kind, several, optional } = column
  const its = { form, id: "cell", name, label: words, hint: several ? [hint, "With commas between them"].filter(Boolean).join(". ") : hint }
  if (kind === "yes") return html`<${Select} ...${its} options=${YES_NO} />`
  if (kind === "choice" && !several) return html`<${Select} ...${its} options=${choices(column)} choose=${optional ? "None" : "Choose…"} />`
  if (name === "words") return html`<${TextArea} ...${its} rows=${2} />`
  return html`<${TextInput} ...${its} type=${kind === "time" ? "time" : "text"} />`
}
