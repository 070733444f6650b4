/** One item of the form, drawn by its type; a question that is not asked is not there. */
import { html } from "../html.js"
import { Checkboxes, Radios } from "../form/choices.js"
import { Select, TextArea, TextInput } from "../form/fields.js"
import { Rows } from "./rows.js"

const YES_NO = [{ code: "true", words: "Yes" }, { code: "false", words: "No" }]
const MOST_RADIOS = 5
const SOURCES = { earlier: "From an earlier assessment", referral: "From the referral" }

/** `form` holds values and errors of this item and its like; `sourceOf(linkId)` says where an answer came from. */
export function Item({ item, form, id, sheet, sourceOf, talk }) {
  if (item.readOnly || !sheet.asks(item.linkId)) return null
  const inside = { form, id, sheet, sourceOf, talk }
  if (item.type === "display") return html`<p class="hw-quiet">${item.text}</p>`
  if (item.type === "group" && item.repeats) return html`<${Rows} item=${item} ...${inside} />`
  if (item.type === "group") return html`<fieldset class="nhsuk-fieldset hw-subgroup"><legend class="nhsuk-fieldset__legend hw-legend">${item.text}</legend><${Items} items=${item.items} ...${inside} /></fieldset>`
  return html`<div class="hw-question">
    <${Question} item=${item} form=${form} id=${id} hint=${SOURCES[sourceOf(item.linkId)]} />
    ${talk?.(item)}
    ${item.items.length > 0 && html`<div class="hw-conditional"><${Items} items=${item.items} ...${inside} /></div>`}
  </div>`
}

export const Items = ({ items, ...rest }) => items.map((item) => html`<${Item} key=${item.linkId} item=${item} ...${rest} />`)

function Question({ item, form, id, hint }) {
  const { linkId: name, options, type } = item
  const its = { form, id, name, hint: hinted(item.required && "Must be answered", hint), label: item.text }
  if (item.repeats) return html`<${Checkboxes} ...${its} options=${options} />${type === "open-choice" && html`<${TextInput} form=${form} id=${id} name=${`${name}~other`} label=${`${item.text}: other`} />`}`
  if (type === "boolean") return html`<${Clearable} ...${its}><${Radios} ...${its} options=${YES_NO} inline=${true} /><//>`
  if (type === "choice" && options.length > MOST_RADIOS) return html`<${Select} ...${its} options=${options} choose="Not answered" />`
  if (type === "choice") return html`<${Clearable} ...${its}><${Radios} ...${its} options=${options} inline=${true} /><//>`
  if (type === "open-choice") return html`<${TextInput} ...${its} hint=${hinted(its.hint, `Such as: ${options.map(({ words }) => words.toLowerCase()).join(", ")}`)} />`
  if (type === "text") return html`<${TextArea} ...${its} rows=${2} />`
  if (type === "date") return html`<${TextInput} ...${its} type="date" />`
  if (type === "dateTime") return html`<${TextInput} ...${its} type="datetime-local" />`
  if (type === "quantity") return html`<${TextInput} ...${its} hint=${hinted(its.hint, `In ${item.unit}`)} />`
  return html`<${TextInput} ...${its} />`
}

const hinted = (...parts) => parts.filter(Boolean).join(". ") || null

/** A radio cannot be unchosen: this empties the question again. */
function Clearable({ form, id, name, label, children }) {
  const clear = () => (form.set(name, ""), document.getElementById(`${id}-${name}`)?.focus())
  return html`<div class="hw-clearable">${children}${form.values[name] && html`<button class="hw-link" type="button" onClick=${clear}>Clear<span class="nhsuk-u-visually-hidden">: ${label}</span></button>`}</div>`
}
