/** What a service says of somebody who left for it: they arrived, we met them, we could not, they died. */
import { html, useState } from "../html.js"
import { ArrivalForm, ContactForm, DeathForm, NoContactForm } from "../arriving/forms.js"
import { ArrivingLines, LeftWithout } from "../arriving/lines.js"
import { titleOf } from "./needs.js"

const CHOICES = [
  { name: "arrival", title: "They arrived", when: ({ arrived_at: arrived, contact_at: met }) => !arrived && !met, form: ArrivalForm },
  { name: "first-contact", title: "First contact made", when: ({ contact_at: met }) => !met, form: ContactForm },
  { name: "no-contact", title: "Nobody met them", when: ({ contact_at: met }) => !met, form: NoContactForm },
  { name: "death", title: "They have died", when: () => true, form: DeathForm },
]

export function Arriving({ offer, page, codes, now, reload }) {
  const [open, setOpen] = useState("")
  if (!offer.arriving || !page.case_id) return null
  const possible = CHOICES.filter(({ when }) => when(offer.arriving))
  const chosen = possible.find(({ name }) => name === open)
  const close = () => setOpen("")
  return html`<div class="hw-offer__detail">
    <h4 class="nhsuk-heading-xs">Since they left hospital</h4>
    <${LeftWithout} names=${page.left_without} />
    <${ArrivingLines} arriving=${offer.arriving} now=${now} />
    <div class="nhsuk-button-group nhsuk-button-group--small">
      ${possible.map(({ name, title }) => html`<button key=${name} class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-expanded=${name === open} onClick=${() => setOpen(name === open ? "" : name)}>${title}<span class="nhsuk-u-visually-hidden">: ${titleOf(offer, codes)}</span></button>`)}
    </div>
    ${chosen && html`<${chosen.form} key=${chosen.name} kase=${page.case_id} id=${`${chosen.name}-${offer.id}`} told="provider" codes=${codes} now=${now} done=${() => (close(), reload())} refused=${reload} cancel=${close} />`}
  </div>`
}
