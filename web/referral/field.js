/** The frame of one field of the form: its number and name, its parts, and the way back to a gap. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { BLANK, FIELDS, bodyOf, fieldOf } from "./answers.js"

export function Field({ form, name, codes, children }) {
  const id = `field-${name}`
  return html`<section class="hw-part hw-field" aria-labelledby=${id}>
    <h2 class="nhsuk-heading-s hw-field__title" id=${id} tabindex="-1"><span class="hw-quiet">${FIELDS.indexOf(name) + 1}.</span> ${wordsOf(codes.referral_fields, name)}</h2>
    ${children}
    <${Clear} form=${form} name=${name} codes=${codes} onClear=${() => document.getElementById(id).focus()} />
  </section>`
}

/** Empties a field that is answered, since a radio cannot be unchosen. With that it is gone: `onClear` moves the focus. */
export function Clear({ form, name, codes, onClear }) {
  if (!(name in bodyOf(form.values))) return null
  const clear = () => Object.keys(BLANK).filter((part) => fieldOf(part) === name).forEach((part) => form.set(part, BLANK[part]))
  return html`<button class="hw-link hw-field__clear" type="button" onClick=${() => (clear(), onClear())}>Clear<span class="nhsuk-u-visually-hidden">: ${wordsOf(codes.referral_fields, name)}</span></button>`
}

const ALONE = { "before.help": ["none", "not_known"], "mind_and_behaviour.items": ["none"], "risks.risks": ["none"] }

/** Codes as they are after one was chosen: *none* stands alone. */
export function standingAlone(part, before, after) {
  const alone = ALONE[part] ?? []
  const chosen = after.filter((code) => !before.includes(code))
  if (chosen.some((code) => alone.includes(code))) return chosen
  return chosen.length ? after.filter((code) => !alone.includes(code)) : after
}
