/** Fields of a form in NHS style: words, date, time, one of a list. Each shows its hint and its error beside it. */
import { html } from "../html.js"
import { errorOf } from "./use-form.js"

/** The frame of every single field: label, hint, error, control. `draw(attributes)` draws the control. */
function Field({ form, id, name, label, hint, draw }) {
  const [key, error] = [`${id}-${name}`, errorOf(form, name)]
  const described = [hint && `${key}-hint`, error && `${key}-error`].filter(Boolean).join(" ") || null
  return html`<div class=${`nhsuk-form-group ${error ? "nhsuk-form-group--error" : ""}`}>
    <label class="nhsuk-label" for=${key}>${label}</label>
    ${hint && html`<div class="nhsuk-hint" id=${`${key}-hint`}>${hint}</div>`}
    ${error && html`<${FieldError} id=${`${key}-error`} words=${error} />`}
    ${draw({
      id: key,
      name,
      value: form.values[name] ?? "",
      "aria-describedby": described,
      "aria-invalid": error ? "true" : null,
      onInput: ({ target }) => form.set(name, target.value),
    })}
  </div>`
}

export const FieldError = ({ id, words }) => html`<span class="nhsuk-error-message" id=${id}>
  <span class="nhsuk-u-visually-hidden">Error:</span> ${words}
</span>`

const styled = (kind, form, name) => `nhsuk-${kind} ${errorOf(form, name) ? `nhsuk-${kind}--error` : ""}`

export const TextArea = ({ rows = 3, ...field }) =>
  html`<${Field} ...${field} draw=${(its) => html`<textarea class=${styled("textarea", field.form, field.name)} rows=${rows} ...${its} />`} />`

export const TextInput = ({ type = "text", ...field }) =>
  html`<${Field} ...${field} draw=${(its) => html`<input class=${styled("input", field.form, field.name)} type=${type} autocomplete="off" ...${its} />`} />`

/** `options`: [{code, words}]; the first, empty one says `choose`. */
export const Select = ({ options, choose = "Choose…", ...field }) =>
  html`<${Field} ...${field} draw=${(its) => html`<select class=${styled("select", field.form, field.name)} ...${its}>
    <option value="">${choose}</option>
    ${options.map(({ code, words }) => html`<option value=${code} selected=${its.value === code}>${words}</option>`)}
  </select>`} />`
