/** What the ward and the hub say of the person's needs; who it is, once the service has confirmed. */
import { html } from "../html.js"
import { Facts } from "../case/facts.js"
import { ReferralFacts } from "../case/referral-facts.js"
import { nhsNumber } from "../nhs-number.js"
import { FIELDS } from "../referral/answers.js"
import { longDate } from "../time.js"

export function Detail({ page, codes }) {
  const { detail, words, person } = page
  if (!detail) return null
  return html`<div class="hw-offer__detail">
    ${person && html`<p><strong>${person.name}</strong>${person.birth_date && html`, born ${longDate(person.birth_date)}`}, NHS number ${nhsNumber(person)}</p>
      <p>${[...person.address, person.postcode].filter(Boolean).join(", ")}${person.phone && html` · ${person.phone}`}</p>`}
    <${ReferralFacts} form=${detail} codes=${codes} fields=${FIELDS.filter((name) => detail[name])} />
    ${words && html`<${Facts} facts=${[["From the hub", words]]} />`}
  </div>`
}
