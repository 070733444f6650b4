/** 1. Who it is, to confirm, and where they are going. */
import { html } from "../../html.js"
import { Facts } from "../../case/facts.js"
import { Radios } from "../../form/choices.js"
import { TextInput } from "../../form/fields.js"
import { nameOf } from "../../names.js"
import { nhsNumber } from "../../nhs-number.js"
import { longDate } from "../../time.js"
import { asks } from "../answers.js"

export const Person = ({ codes, about, ...its }) => html`
  ${about && html`<${WhoItIs} ...${about} />`}
  <${Radios} ...${its} name="person.going_to" label="Where are they going?" options=${codes.going_to} inline />
  <${WhereNext} codes=${codes} goingTo=${its.form.values["person.going_to"]} />
  ${asks(its.form.values, "person.words") && html`<${TextInput} ...${its} name="person.words" label="Where is that, and who is there?" />`}`

/** Prison, overseas and no fixed abode are answers like any other: what to do next is said as soon as one is given. */
function WhereNext({ codes, goingTo }) {
  const next = codes.where_next.find(({ code }) => code === goingTo)
  return next && html`<p class="hw-notice" role="status">${next.words} <span class="hw-quiet">(our local guide)</span></p>`
}

const WhoItIs = ({ person, spell, ward }) => html`<${Facts} facts=${[
  ["Name", nameOf(person)],
  ["Born", person?.birth_date && longDate(person.birth_date)],
  ["NHS number", nhsNumber(person)],
  ["Home", [...(person?.address ?? []), person?.postcode].filter(Boolean).join(", ") || "Not known"],
  ["Ward and bed", `${ward}, ${spell.bed}`],
]} />`
