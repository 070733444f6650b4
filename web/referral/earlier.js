/** What an earlier case of the person says of a field: shown to check, and an answer only once the ward says it is true. */
import { Lines, linesOf } from "../case/referral-facts.js"
import { html } from "../html.js"
import { get } from "../http.js"
import { wordsOf } from "../session.js"
import { longDate } from "../time.js"
import { fieldOf, valuesOf } from "./answers.js"

/** {form, said_on} of the latest closed case, or null. */
export const readEarlier = (spellId) => get(`/spells/${spellId}/earlier-referral`)

/** Nothing once something is filled in: then the ward has said it. */
export function AsSaid({ form, name, codes, earlier }) {
  const parts = partsOf(earlier.form, name)
  if (!parts.length || parts.some(([part]) => part !== ASKED_AGAIN && form.values[part].length)) return null
  const title = `field-${name}`
  const stillTrue = () => {
    parts.filter(([part]) => !form.values[part].length).forEach(([part, value]) => form.set(part, value))
    document.getElementById(title).focus() // the button goes with what it offered
  }
  return html`<div class="hw-as-said" role="group" aria-label=${`As said on ${longDate(earlier.said_on[name])}`}>
    <p class="hw-quiet">As said on ${longDate(earlier.said_on[name])}, check it:</p>
    <${Lines} lines=${linesOf(toCheck(earlier.form), name, codes)} />
    <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${stillTrue}>Still true<span class="nhsuk-u-visually-hidden">: ${wordsOf(codes.referral_fields, name)}</span></button>
  </div>`
}

/** What somebody agreed to then says nothing of now. */
const ASKED_AGAIN = "told_and_agrees.agrees"

const toCheck = (form) => ({ ...form, told_and_agrees: form.told_and_agrees && { ...form.told_and_agrees, agrees: null } })

const partsOf = (form, name) => Object.entries(valuesOf(form)).filter(([part, value]) => fieldOf(part) === name && value.length)
