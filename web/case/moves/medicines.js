/** Which medicines were started, changed or stopped, and why, in words that the person reads; told again, it is put right. */
import { html, useLayoutEffect, useRef } from "../../html.js"
import { Radios } from "../../form/choices.js"
import { Form } from "../../form/form.js"
import { Select, TextArea, TextInput } from "../../form/fields.js"
import { useBasis } from "../../form/use-basis.js"
import { useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { MedicinesWords } from "../medicines-words.js"
import { Theirs } from "../move.js"

const ANY = [{ code: "yes", words: "Yes" }, { code: "no", words: "No: they take what they took before" }]
const EMPTY = { how: "", medicine: "", why: "" }

export function Medicines({ details, codes, done, refused }) {
  const form = useForm({
    initial: fill(details.medicines),
    check,
    send: ({ any, changes }) => put(`/cases/${details.case.id}/medicines`, { changes: any === "yes" ? changes : [] }, basis.etag).catch(atItsLine),
    done,
    refused,
  })
  const basis = useBasis(form, details.medicines, fill)
  return html`<${Form} form=${form} id="medicines" action="Tell which medicines changed">
    <${Theirs} basis=${basis}><${MedicinesWords} medicines=${basis.theirs} codes=${codes} /><//>
    <p>The person reads this on the page that they take home.</p>
    <${Radios} form=${form} id="medicines" name="any" label="Was any medicine started, changed or stopped?" options=${ANY} />
    ${form.values.any === "yes" && html`<${Lines} form=${form} codes=${codes} />`}
  <//>`
}

function Lines({ form, codes }) {
  const [box, focus] = [useRef(null), useRef(null)]
  const lines = form.values.changes
  useLayoutEffect(() => {
    if (focus.current) box.current.querySelector(focus.current)?.focus()
    focus.current = null
  }, [lines.length])
  const change = (at, part) => form.set("changes", lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const add = () => ((focus.current = ".hw-medicine:last-of-type select"), form.set("changes", [...lines, EMPTY]))
  const remove = (at) => ((focus.current = ".hw-medicine-add"), form.set("changes", lines.filter((_, index) => index !== at)))
  return html`<div ref=${box}>
    ${lines.map((line, at) => html`<${Line} key=${at} form=${ofLine(form, at, (part) => change(at, part))} id=${`medicines-${at}`} number=${at + 1} codes=${codes} onRemove=${lines.length > 1 && (() => remove(at))} />`)}
    <p><button class="hw-link hw-medicine-add" type="button" onClick=${add}>Add a medicine</button></p>
  </div>`
}

const Line = ({ form, id, number, codes, onRemove }) => html`<fieldset class="nhsuk-fieldset hw-medicine">
  <legend class="nhsuk-fieldset__legend hw-legend">Medicine ${number}</legend>
  <${Select} form=${form} id=${id} name="how" label="What became of it?" options=${codes.medicine_changes} />
  <${TextArea} form=${form} id=${id} name="medicine" label="Medicine and how to take it" hint="Name, dose, how often and for how long" rows="2" />
  <${TextInput} form=${form} id=${id} name="why" label="Why?" hint="In plain words" />
  ${onRemove && html`<p><button class="hw-link" type="button" onClick=${onRemove}>Remove<span class="nhsuk-u-visually-hidden"> medicine ${number}</span></button></p>`}
</fieldset>`

/** One line as a form of its own: its fields are named as they are, its errors are those of the line. */
function ofLine(form, at, change) {
  const own = form.errors.filter(({ field }) => field.startsWith(`${at}-`)).map(({ field, words }) => ({ field: field.slice(`${at}-`.length), words }))
  return { ...form, values: form.values.changes[at], errors: own, set: (name, value) => change({ [name]: value }) }
}

const REQUIRED = { how: "say what became of it", medicine: "say which, and how to take it", why: "say why" }

function check({ any, changes }) {
  if (!any) return [{ field: "any", words: "Say whether any medicine changed" }]
  if (any === "no") return []
  return changes.flatMap((line, at) => Object.entries(REQUIRED).filter(([name]) => !line[name].trim()).map(([name, words]) => ({ field: `${at}-${name}`, words: `Medicine ${at + 1}: ${words}` })))
}

/** What the server finds wrong is shown at its field: "changes.1.why" is "1-why". */
function atItsLine(problem) {
  problem.fields = problem.errors.map(({ field, words }) => ({ field: field.replace(/^changes\.(\d+)\./, "$1-"), words }))
  throw problem
}

/** What an earlier stay told says nothing about this one. */
const fill = (told) => ({
  any: told?.of_this_stay ? (told.changes.length ? "yes" : "no") : "",
  changes: told?.of_this_stay && told.changes.length ? told.changes.map(({ how, medicine, why }) => ({ how, medicine, why })) : [EMPTY],
})
