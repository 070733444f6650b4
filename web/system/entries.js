/** Entries of one kind: each opens into its form for who may change it; the last one adds another. */
import { html, useState } from "../html.js"
import { Checkboxes } from "../form/choices.js"
import { Select, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { newId } from "../ids.js"
import { History } from "./history.js"

/**
 * `entries`: [{id, …}]. `nameOf`, `say`: an entry's name and its facts in words. `fields`: [{name, label, kind?, options?,
 * hint?, needed?}]. `fill(entry)`: the values of its form. `send(id, values, entry)`: a promise. `add`: what the form that adds is called.
 * `history(id)`: where the versions of an entry are read, where it has any.
 */
export function Entries({ id, heading, entries, editable, add, ...its }) {
  return html`<section aria-labelledby=${`${id}-heading`}>
    <h2 class="nhsuk-heading-s" id=${`${id}-heading`}>${heading}</h2>
    ${entries.length === 0 && html`<p class="hw-empty">None yet.</p>`}
    <ul class="hw-entries">
      ${[...entries].sort(byName).map((entry) => html`<li key=${entry.id}>${editable
        ? html`<details class="hw-entry"><summary><${Name} ...${its} entry=${entry} /></summary>
            <${EntryForm} key=${JSON.stringify(entry)} id=${`${id}-${entry.id}`} entry=${entry} action="Save" ...${its} /><${Versions} ...${its} entry=${entry} /></details>`
        : html`<p class="hw-entry"><${Name} ...${its} entry=${entry} /></p><${Versions} ...${its} entry=${entry} />`}</li>`)}
      ${editable && add && html`<li key="add"><${Adding} key=${entries.length} id=${`${id}-new`} add=${add} ...${its} /></li>`}
    </ul>
  </section>`
}

const byName = (one, other) => (one.name ?? "").localeCompare(other.name ?? "")

const Name = ({ entry, nameOf = ({ name }) => name, say }) => html`<span class="hw-entry__name">${nameOf(entry)}</span> <span class="hw-quiet">${say(entry)}</span>`

/** Drawn anew when the entry changed: then there is a version more. */
const Versions = ({ entry, history }) => history && html`<${History} key=${JSON.stringify(entry)} path=${history(entry.id)} of=${entry.name} />`

function Adding({ id, add, addFields, ...its }) {
  const [key] = useState(newId)
  return html`<details class="hw-entry"><summary><span class="hw-entry__name">${add}</span></summary>
    <${EntryForm} id=${id} entry=${{ id: key }} action="Add" ...${its} fields=${addFields ?? its.fields} adding /></details>`
}

function EntryForm({ id, entry, fields, fill, check = () => [], send, saved, action, adding }) {
  const needed = Object.fromEntries(fields.filter((each) => each.needed !== false).map(({ name, label }) => [name, `Fill in: ${label}`]))
  const form = useForm({
    initial: fill(entry),
    check: (values) => [...missing(values, needed), ...check(values)],
    send: (values) => send(entry.id, values, adding ? null : entry),
    done: saved,
  })
  return html`<${Form} form=${form} id=${id} action=${action}>
    ${fields.map((field) => html`<${Input} key=${field.name} form=${form} id=${id} ...${field} />`)}
  <//>`
}

export function Input({ kind = "text", ...field }) {
  if (kind === "choice") return html`<${Select} ...${field} />`
  if (kind === "several") return html`<${Checkboxes} ...${field} />`
  return html`<${TextInput} type=${kind} ...${field} />`
}
