/** What can be said of a stay now, each behind one tap. */
import { DeathForm } from "../arriving/forms.js"
import { html, useState } from "../html.js"
import { may } from "../session.js"
import { Charging, Discharge, ExitPlan, Extension, FollowUp, Review } from "./forms.js"
import { toAsk } from "./words.js"

const goesOn = ({ ended_at: ended }) => !ended
const CHOICES = [
  { name: "review", title: "Review", needs: "review_stay", when: goesOn, form: Review },
  { name: "exit-plan", title: "Plan the exit", needs: "plan_exit", when: goesOn, form: ExitPlan },
  { name: "charging", title: "Told about charging", needs: "tell_charging", when: goesOn, form: Charging },
  { name: "extension", title: "Extend", needs: "extend_stay", when: goesOn, form: Extension },
  { name: "discharge", title: "Discharge from service", needs: "end_stay", when: goesOn, form: Discharge },
  { name: "follow-up", title: "Record how they are", needs: "follow_up_stay", when: (stay, now) => toAsk(stay, now).length > 0, form: FollowUp },
  { name: "death", title: "They have died", needs: "report_death", when: (stay) => !goesOn(stay) && stay.follow_ups.some((each) => each.due_on), form: Died },
]

/** Says of somebody who has left the service that they have died since. */
function Died({ stay, id, now, done, refused, cancel }) {
  return html`<${DeathForm} kase=${stay.case_id} id=${id} now=${now} done=${done} refused=${refused} cancel=${cancel} />`
}

/** `name` tells several stays on a page apart for who hears it. `done` is called when one was taken. */
export function StayActions({ stay, name, me, codes, now, done = () => {}, refused = () => {} }) {
  const [open, setOpen] = useState("")
  const possible = CHOICES.filter(({ needs, when }) => may(me, needs) && when(stay, now))
  const chosen = possible.find((each) => each.name === open)
  const close = () => setOpen("")
  if (!possible.length) return null
  return html`<div class="nhsuk-button-group nhsuk-button-group--small hw-no-print">
      ${possible.map((each) => html`<button key=${each.name} class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-expanded=${each.name === open} onClick=${() => setOpen(each.name === open ? "" : each.name)}>${each.title}<span class="nhsuk-u-visually-hidden">: ${name}</span></button>`)}
    </div>
    ${chosen && html`<${chosen.form} key=${chosen.name} stay=${stay} codes=${codes} now=${now} days=${toAsk(stay, now)} id=${`${chosen.name}-${stay.id}`} done=${async (receipt) => (await done(receipt), close())} refused=${refused} cancel=${close} />`}`
}
