/** Somebody with a live case is not referred again: the case is opened, or follows the new stay. */
import { html } from "../html.js"
import { ReferralFacts } from "../case/referral-facts.js"
import { Form } from "../form/form.js"
import { useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { spoken } from "../names.js"
import { hubStatus } from "../ward/status.js"
import { BLANK, FIELDS, bodyOf } from "./answers.js"

export function LiveCase({ about: { person, spell, now }, codes, kase, staff, draft }) {
  const earlier = kase.spell_id !== spell.id
  const typed = bodyOf({ ...BLANK, ...draft.answers() })
  const fields = FIELDS.filter((field) => field in typed)
  return html`<section class="hw-part" aria-labelledby="live-case">
    <h2 class="nhsuk-heading-s" id="live-case">${spoken(person)} has a case with the hub already</h2>
    <p><strong>${hubStatus(kase, staff, now)}</strong></p>
    ${earlier && html`<p>It follows another stay. If that is over, and this is the same person, track it, and it follows this one: what the hub knows and has planned is kept, and nothing is filled in twice.</p>
      <${Track} kase=${kase} spell=${spell} />`}
    <p><a href=${`/cases/${kase.id}${kase.returned ? "#answer" : ""}`}>${kase.returned ? "Answer what the hub asks" : "Open the case"}</a></p>
    ${fields.length > 0 && html`<p>What the ward had filled in here, to add to the case:</p><${ReferralFacts} form=${typed} codes=${codes} fields=${fields} />`}
  </section>`
}

function Track({ kase, spell }) {
  const form = useForm({
    initial: {},
    send: () => put(`/cases/${kase.id}/tracking`, { spell_id: spell.id }),
    done: () => location.assign(`/cases/${kase.id}`),
  })
  return html`<${Form} form=${form} id="track" action="Track this case" />`
}
