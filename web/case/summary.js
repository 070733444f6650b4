/** The referral, best interests, the pathway and the planned leaving, each under its own heading. */
import { html } from "../html.js"
import { AssessmentLine } from "./assessment-line.js"
import { BestInterestsWords } from "./best-interests-words.js"
import { LeavingWords } from "./leaving-words.js"
import { MedicinesWords } from "./medicines-words.js"
import { EarlierPathways, PathwayWords } from "./pathway-words.js"
import { Referral } from "./referral.js"

export function Summary({ details, me, codes, refresh }) {
  const { best_interests: bestInterests, pathway, leaving, medicines } = details
  return html`
    <${Part} id="referral" title="What the ward says">
      <${Referral} details=${details} me=${me} codes=${codes} refresh=${refresh} />
    <//>
    ${bestInterests && html`<${Part} id="best-interests-now" title="Best interests"><${BestInterestsWords} decided=${bestInterests} /><//>`}
    <${Part} id="pathway-now" title="Pathway">
      ${pathway ? html`<${PathwayWords} pathway=${pathway} codes=${codes} />` : html`<p class="hw-quiet">Not decided yet.</p>`}
      ${pathway && html`<${EarlierPathways} earlier=${pathway.earlier} codes=${codes} />`}
    <//>
    <${Part} id="assessment-now" title="Assessment"><${AssessmentLine} details=${details} /><//>
    <${Part} id="leaving-now" title="Planned leaving">
      ${leaving ? html`<${LeavingWords} leaving=${leaving} />` : html`<p class="hw-quiet">Not agreed yet.</p>`}
    <//>
    <${Part} id="medicines-now" title="Medicines that changed">
      ${medicines ? html`<${MedicinesWords} medicines=${medicines} codes=${codes} />` : html`<p class="hw-quiet">Not told yet. A ward clinician tells it.</p>`}
    <//>`
}

const Part = ({ id, title, children }) => html`<section class="hw-part" aria-labelledby=${id}>
  <h2 class="nhsuk-heading-s" id=${id}>${title}</h2>
  ${children}
</section>`
