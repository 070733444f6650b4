/** What will be sent, and what is left a gap: the hub may ask for it, and that time is the ward's. */
import { html } from "../html.js"
import { ReferralFacts } from "../case/referral-facts.js"
import { count, readyLine } from "../ready.js"
import { wordsOf } from "../session.js"
import { bodyOf, gapsOf } from "./answers.js"

export function Summary({ form, codes, about: { spell, now }, hub }) {
  const gaps = gapsOf(form.values).filter((field) => field !== "readiness") // the stay says it
  const line = readyLine(spell, codes, now)
  const stands = [line.words, line.overdue].filter(Boolean).join(" · ")
  const body = bodyOf(form.values)
  const readiness = { ...body.readiness, words: [stands, body.readiness?.words].filter(Boolean).join("\n") }
  return html`<section class="hw-part" aria-labelledby="summary">
    <h2 class="nhsuk-heading-s" id="summary">This goes to ${hub}</h2>
    ${gaps.length > 0 && html`<div class="hw-notice">
      <p><strong>${count(gaps.length, "gap")}.</strong> The hub may ask for: ${gaps.map((field) => wordsOf(codes.referral_fields, field)).join(" · ")}.</p>
      <p>You can send it like this. The time until you answer is the ward's.</p>
    </div>`}
    <${ReferralFacts} form=${{ ...body, readiness }} codes=${codes} />
  </section>`
}
