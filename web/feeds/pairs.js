/** Lines that each say what a name in the feed means here. A line can be added and removed by keyboard. */
import { FieldError } from "../form/fields.js"
import { errorOf } from "../form/use-form.js"
import { html, useLayoutEffect, useRef } from "../html.js"

/** `options`: [{code, words}] of what may be meant; the value is [{said, meant}]. */
export function Pairs({ form, id, name, label, hint, said, meant, options }) {
  const [key, error, box, focus] = [`${id}-${name}`, errorOf(form, name), useRef(null), useRef(null)]
  const lines = form.values[name]
  const change = (at, part) => form.set(name, lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const add = () => ((focus.current = ".hw-pairs__line:last-child input"), form.set(name, [...lines, { said: "", meant: "" }]))
  const remove = (at) => ((focus.current = ".hw-pairs__add"), form.set(name, lines.filter((_, index) => index !== at)))
  useLayoutEffect(() => {
    if (focus.current) box.current.querySelector(focus.current)?.focus()
    focus.current = null
  }, [lines.length])
  return html`<fieldset class=${`nhsuk-fieldset nhsuk-form-group ${error ? "nhsuk-form-group--error" : ""}`} id=${key} tabindex="-1" ref=${box}>
    <legend class="nhsuk-fieldset__legend hw-legend">${label}</legend>
    <div class="nhsuk-hint">${hint}</div>
    ${error && html`<${FieldError} id=${`${key}-error`} words=${error} />`}
    <ul class="hw-pairs">${lines.map((line, at) => html`<li class="hw-pairs__line" key=${at}>
      <input class="nhsuk-input" aria-label=${`${said} ${at + 1}`} value=${line.said} autocomplete="off" onInput=${({ target }) => change(at, { said: target.value })} />
      <select class="nhsuk-select" aria-label=${`${meant} ${at + 1}`} onChange=${({ target }) => change(at, { meant: target.value })}>
        <option value="">Choose…</option>
        ${options.map(({ code, words }) => html`<option value=${code} selected=${line.meant === code}>${words}</option>`)}
      </select>
      <button class="hw-link" type="button" onClick=${() => remove(at)}>Remove<span class="nhsuk-u-visually-hidden"> ${line.said || "this line"}</span></button>
    </li>`)}</ul>
    <button class="hw-link hw-pairs__add" type="button" onClick=${add}>Add a line<span class="nhsuk-u-visually-hidden"> to ${label.toLowerCase()}</span></button>
  </fieldset>`
}
