/** The frame of one field of the form: its number and name, its parts, and the way back to a gap. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { BLANK, FIELDS, bodyOf, fieldOf } from "./answers.js"

export function Field({ form, name, codes, children }) {
  const answered = name in bodyOf(form.values)
  const clear = () => form.setParts(Object.fromEntries(Object.entries(BLANK).filter(([part]) => fieldOf(part) === name)))
  const title = wordsOf(codes.referral_fields, name)
  return html`<section class="hw-part hw-field" aria-labelledby=${`field-${name}`}>
    <h2 class="nhsuk-heading-s hw-field__title" id=${`field-${name}`} tabindex="-1"><span class="hw-quiet">${FIELDS.indexOf(name) + 1}.</span> ${title}</h2>
    ${children}
    ${answered && html`<button class="hw-link hw-field__clear" type="button" onClick=${() => (clear(), document.getElementById(`field-${name}`).focus())}>Clear<span class="nhsuk-u-visually-hidden">: ${title}</span></button>`}
  </section>`
}

const ALONE = { "before.help": ["none", "not_known"], "mind_and_behaviour.items": ["none"], "risks.risks": ["none"] }

/** Codes as they are after one was chosen: *none* stands alone. */
export function standingAlone(part, before, after) {
  const alone = ALONE[part] ?? []
  const chosen = after.filter((code) => !before.includes(code))
  if (chosen.some((code) => alone.includes(code))) return chosen
  return chosen.length ? after.filter((code) => !alone.includes(code)) : after
}
