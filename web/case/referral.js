/** What is known of a person's needs: the fields of the referral, each to be added to or changed by itself. */
import { html, useState } from "../html.js"
import { FIELDS } from "../referral/answers.js"
import { may, wordsOf } from "../session.js"
import { FieldForm } from "./field-form.js"
import { Lines, gapWords, linesOf } from "./referral-facts.js"

export function Referral({ details, me, codes, refresh }) {
  const { case: kase, referral, alert } = details
  if (!referral) return html`<${EarlyAlert} alert=${alert} spell=${details.spell} me=${me} codes=${codes} />`
  const gaps = gapWords(referral.form, codes)
  const changeable = kase.stage !== "closed" && may(me, "amend_referral")
  return html`
    <${Returned} returned=${referral.returned} codes=${codes} />
    ${gaps && html`<p class="hw-gaps"><strong>Gaps:</strong> ${gaps}</p>`}
    <dl class="nhsuk-summary-list hw-facts hw-fields">${FIELDS.map((name) => html`<${Field} key=${name} name=${name} details=${details} codes=${codes} changeable=${changeable} refresh=${refresh} />`)}</dl>`
}

function Field({ name, details, codes, changeable, refresh }) {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState("")
  const title = wordsOf(codes.referral_fields, name)
  const answer = linesOf(details.referral.form, name, codes)
  const button = `field-${name}-change`
  const action = open ? "Close" : answer.length ? "Change" : "Add"

  function shut(words) {
    setOpen(false)
    setDone(words)
    setTimeout(() => document.getElementById(button)?.focus())
  }

  return html`<div class="nhsuk-summary-list__row">
    <dt class="nhsuk-summary-list__key">${title}</dt>
    <dd class="nhsuk-summary-list__value">
      <div class="hw-field-line">
        ${answer.length > 0 ? html`<${Lines} lines=${answer} />` : html`<span class="hw-quiet">Not said yet</span>`}
        <span class="hw-field-done" role="status">${done}</span>
        ${changeable && html`<button class="hw-link hw-change" id=${button} type="button" aria-label=${`${action} ${title.toLowerCase()}`} aria-expanded=${open} onClick=${() => (open ? shut("") : setOpen(true))}>${action}</button>`}
      </div>
      ${open && html`<${FieldForm} name=${name} details=${details} codes=${codes} refresh=${refresh} done=${() => shut("Changed.")} cancel=${() => shut("")} />`}
    </dd>
  </div>`
}

const Returned = ({ returned, codes }) => returned && html`<div class="hw-notice">
  <p><strong>The hub asks for more about:</strong> ${returned.fields.map((field) => wordsOf(codes.referral_fields, field)).join(", ")}</p>
  <p class="hw-said">${returned.words}</p>
</div>`

const EarlyAlert = ({ alert, spell, me, codes }) => html`
  <p><strong>Hub told early.</strong> The referral is still to come.${alert?.likely.length ? "" : " Likely needs are not known yet."}</p>
  ${spell && may(me, "submit_referral") && html`<p><a class="nhsuk-button nhsuk-button--small" href=${`/wards/${spell.ward_id}/refer/${spell.id}`}>Refer to the hub</a></p>`}
  ${alert?.likely.length > 0 && html`<ul class="hw-needs">${alert.likely.map((need) => html`<li>${wordsOf(codes.needs, need)}</li>`)}</ul>`}
  ${alert?.words && html`<p class="hw-said">${alert.words}</p>`}`
