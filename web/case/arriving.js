/** Since they left, as a part of the case's page: what is known and overdue, who said so, what was left open. */
import { html } from "../html.js"
import { ArrivingLines, LeftWithout } from "../arriving/lines.js"
import { wordsOf } from "../session.js"
import { slot } from "../time.js"
import { Facts } from "./facts.js"

export function Arriving({ details, codes, now }) {
  const { arriving: its, case: kase } = details
  if (!its || !kase.arriving) return null
  return html`<section class="hw-part" aria-labelledby="arriving">
    <h2 class="nhsuk-heading-s" id="arriving">Since they left</h2>
    <${LeftWithout} names=${its.left_without} />
    <${ArrivingLines} arriving=${kase.arriving} now=${now} />
    <${Facts} facts=${[
      ["Arrival said by", its.told_by && wordsOf(codes.told_by, its.told_by)],
      ["Met by", its.seen_by],
      ...its.missed.map((each) => [`No contact ${slot(each.at, now)}`, `${wordsOf(codes.no_contact, each.why)}. “${each.words}” ${each.by}`]),
    ]} />
  </section>`
}
