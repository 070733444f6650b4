/** The referral, the pathway and the planned leaving, each under its own heading. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { LeavingWords } from "./leaving-words.js"
import { PathwayWords } from "./pathway-words.js"

export function Summary({ details, codes }) {
  const { referral, pathway, leaving } = details
  return html`
    <${Part} id="referral" title="What the ward says">
      <${Referral} referral=${referral} codes=${codes} />
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

function Referral({ referral, codes }) {
  const { form, returned } = referral ?? { form: {} }
  const [needs, words] = [form.needs?.needs ?? [], form.why_in_hospital]
  return html`
    ${returned && html`<div class="hw-notice">
      <p><strong>The hub asks for more about:</strong> ${returned.fields.map((field) => wordsOf(codes.referral_fields, field)).join(", ")}</p>
      <p class="hw-said">${returned.words}</p>
    </div>`}
    ${needs.length > 0 && html`<ul class="hw-needs">${needs.map((need) => html`<li>${wordsOf(codes.needs, need)}</li>`)}</ul>`}
    ${words && html`<p class="hw-said">${words}</p>`}`
}
