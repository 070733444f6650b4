/** Groups of choices in NHS style: one of a few (radios), any of a list (checkboxes). */
import { html } from "../html.js"
import { FieldError } from "./fields.js"
import { errorOf } from "./use-form.js"

/** One of `options` [{code, words, hint?}]. */
export const Radios = ({ options, inline, ...group }) =>
  html`<${Group} ...${group}><div class=${`nhsuk-radios nhsuk-radios--small ${inline ? "nhsuk-radios--inline" : ""}`}>
    ${options.map((option, at) => html`<${Choice} ...${group} at=${at} option=${option} kind="radio" checked=${group.form.values[group.name] === option.code} pick=${() => option.code} />`)}
  </div><//>`

/** Any of `options`; the value is a list of codes in the order of the list. */
export const Checkboxes = ({ options, ...group }) => {
  const held = group.form.values[group.name]
  const toggled = (code) => options.map((option) => option.code).filter((each) => (each === code) !== held.includes(each))
  return html`<${Group} ...${group}><div class="nhsuk-checkboxes nhsuk-checkboxes--small hw-choices">
    ${options.map((option, at) => html`<${Choice} ...${group} at=${at} option=${option} kind="checkbox" checked=${held.includes(option.code)} pick=${() => toggled(option.code)} />`)}
  </div><//>`
}

function Group({ form, id, name, label, hint, children }) {
  const [key, error] = [`${id}-${name}`, errorOf(form, name)]
  const described = [hint && `${key}-hint`, error && `${key}-error`].filter(Boolean).join(" ") || null
  return html`<div class=${`nhsuk-form-group ${error ? "nhsuk-form-group--error" : ""}`}>
    <fieldset class="nhsuk-fieldset" aria-describedby=${described}>
      <legend class="nhsuk-fieldset__legend hw-legend">${label}</legend>
      ${hint && html`<div class="nhsuk-hint" id=${`${key}-hint`}>${hint}</div>`}
      ${error && html`<${FieldError} id=${`${key}-error`} words=${error} />`}
      ${children}
    </fieldset>
  </div>`
}

function Choice({ form, id, name, at, option, kind, checked, pick }) {
  const [block, key] = [kind === "radio" ? "nhsuk-radios" : "nhsuk-checkboxes", `${id}-${name}${at ? `-${at}` : ""}`]
  return html`<div class=${`${block}__item`}>
    <input class=${`${block}__input`} id=${key} name=${`${id}-${name}`} type=${kind} value=${option.code} checked=${checked} onChange=${() => form.set(name, pick())} />
    <label class=${`nhsuk-label ${block}__label`} for=${key}>${option.words}</label>
  </div>`
}
