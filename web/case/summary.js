/** The referral, the pathway and the planned leaving, each under its own heading. */
import { html } from "../html.js"
import { FIELDS } from "../referral/answers.js"
import { may, wordsOf } from "../session.js"
import { LeavingWords } from "./leaving-words.js"
import { PathwayWords } from "./pathway-words.js"
import { ReferralFacts, gapWords, linesOf } from "./referral-facts.js"

export function Summary({ details, codes, me }) {
  const { pathway, leaving } = details
  return html`
    <${Part} id="referral" title="What the ward says">
      <${Referral} details=${details} codes=${codes} me=${me} />
    <//>
    <${Part} id="pathway-now" title="Pathway">
      ${pathway ? html`<${PathwayWords} pathway=${pathway} codes=${codes} />` : html`<p class="hw-quiet">Not decided yet.</p>`}
    <//>
    <${Part} id="leaving-now" title="Planned leaving">
      ${leaving ? html`<${LeavingWords} leaving=${leaving} />` : html`<p class="hw-quiet">Not agreed yet.</p>`}
    <//>`
}

const Part = ({ id, title, children }) => html`<section class="hw-part" aria-labelledby=${id}>
  <h2 class="nhsuk-heading-s" id=${id}>${title}</h2>
  ${children}
</section>`

/** What the hub was told early, and what the ward answered since; what it was asked for stands first. */
function Referral({ details, codes, me }) {
  const { case: kase, alert, referral, spell } = details
  const gaps = referral && gapWords(referral.form, codes)
  const likely = alert?.likely.map((need) => wordsOf(codes.needs, need)).join(" · ")
  return html`
    ${referral?.returned && html`<div class="hw-notice">
      <p><strong>The hub asks for more about:</strong> ${referral.returned.fields.map((field) => wordsOf(codes.referral_fields, field)).join(" · ")}</p>
      <p class="hw-said">${referral.returned.words}</p>
    </div>`}
    ${alert && html`<p><strong>Hub told early.</strong> ${likely ? `Likely needs: ${likely}.` : !referral && "Likely needs are not known yet."}</p>
      ${alert.words && html`<p class="hw-said">${alert.words}</p>`}`}
    ${kase.stage === "expected" && spell && may(me, "submit_referral") && html`<p><a class="nhsuk-button nhsuk-button--small" href=${`/wards/${spell.ward_id}/refer/${spell.id}`}>Refer to the hub</a></p>`}
    ${gaps && html`<p class="hw-gaps"><strong>Gaps:</strong> ${gaps}</p>`}
    ${referral && html`<${ReferralFacts} form=${referral.form} codes=${codes} fields=${answeredIn(referral.form, codes)} />`}`
}

const answeredIn = (form, codes) => FIELDS.filter((field) => linesOf(form, field, codes).length > 0)
