/** One line of the count: its name, what kind of thing it is, its numbers. */
import { html } from "../html.js"
import { NUMBERS } from "./unit-values.js"

export function UnitLine({ unit, at, kind, codes, onChange, onRemove }) {
  const its = { unit, at, onChange }
  return html`<fieldset class="nhsuk-fieldset hw-unit-line">
    <legend class="nhsuk-fieldset__legend hw-legend">${unit.key || `Line ${at + 1}`}</legend>
    <div class="hw-pair">
      <${Input} ...${its} name="key" label="Name" size="24" />
      ${kind === "calls" && html`<${Choose} ...${its} name="window" label="Window" options=${codes.windows} all="Choose…" />
        <${Input} ...${its} name="carers" label="Carers together" type="number" size="4" />
        <${Input} ...${its} name="sectors" label="Only in (sectors)" size="14" />
        <${Input} ...${its} name="starts_on" label="From" type="date" />`}
      ${kind === "beds" && html`<${Choose} ...${its} name="sex" label="Sex" options=${codes.sexes} all="Either" />
        <${Input} ...${its} name="max_weight_kg" label="Up to (kg)" type="number" size="5" />
        <${Tick} ...${its} name="side_room" label="Side room" /><${Tick} ...${its} name="ground_floor" label="Ground floor" />`}
      ${NUMBERS.map(([name, label]) => html`<${Input} key=${name} ...${its} name=${name} label=${label} type="number" size="5" />`)}
    </div>
    <button class="hw-link" type="button" onClick=${onRemove}>Remove<span class="nhsuk-u-visually-hidden"> ${unit.key || `line ${at + 1}`}</span></button>
  </fieldset>`
}

const idOf = (name, at) => `count-${name}-${at}`

const Input = ({ unit, at, onChange, name, label, type = "text", size }) => html`<div class="nhsuk-form-group">
  <label class="nhsuk-label" for=${idOf(name, at)}>${label}</label>
  <input class="nhsuk-input" id=${idOf(name, at)} type=${type} min=${type === "number" ? 0 : null} style=${size ? { width: `${size}ch`, minWidth: "5.5rem" } : null} autocomplete="off"
    value=${unit[name]} onInput=${({ target }) => onChange({ [name]: target.value })} />
</div>`

const Choose = ({ unit, at, onChange, name, label, options, all }) => html`<div class="nhsuk-form-group">
  <label class="nhsuk-label" for=${idOf(name, at)}>${label}</label>
  <select class="nhsuk-select" id=${idOf(name, at)} value=${unit[name]} onChange=${({ target }) => onChange({ [name]: target.value })}>
    <option value="">${all}</option>
    ${options.map(({ code, words }) => html`<option value=${code} selected=${unit[name] === code}>${words}</option>`)}
  </select>
</div>`

const Tick = ({ unit, at, onChange, name, label }) => html`<div class="nhsuk-checkboxes nhsuk-checkboxes--small hw-unit-line__tick"><div class="nhsuk-checkboxes__item">
  <input class="nhsuk-checkboxes__input" id=${idOf(name, at)} type="checkbox" checked=${unit[name]} onChange=${({ target }) => onChange({ [name]: target.checked })} />
  <label class="nhsuk-label nhsuk-checkboxes__label" for=${idOf(name, at)}>${label}</label>
</div></div>`
