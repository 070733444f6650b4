/** Whose case it is: name, where they are, how long they have been ready, who manages the case, how to reach them. */
import { html } from "../html.js"
import { isAway } from "../arriving/words.js"
import { WhyNow } from "../delays/why-now.js"
import { columnTitle } from "../hub/cards.js"
import { unmetWords } from "../hub/next.js"
import { nameOf } from "../names.js"
import { nhsNumber } from "../nhs-number.js"
import { Died, expectedToLeave, leaveWords, proposalWords } from "../plans.js"
import { count, readyLine } from "../ready.js"
import { daysBetween, longDate, slot, years } from "../time.js"
import { failedWords, homeReview, howWords, loungeWords, passedWords } from "../ways.js"
import { Facts } from "./facts.js"
import { Flags } from "./flags.js"

export function PersonHeader({ details, codes, now, wards, staff, children }) {
  const { case: kase, spell, person } = details
  const line = spell && !spell.ended_at && !isAway(kase) && readyLine(spell, codes, now)
  const review = kase.stage !== "closed" && homeReview(kase, now)
  return html`<div class="hw-person">
    <h1 class="nhsuk-heading-l">${nameOf(person)}</h1>
    <p class="hw-person__state">
      <${Died} person=${person} />
      <strong class="nhsuk-tag nhsuk-tag--white">${kase.stage === "closed" ? "Closed" : columnTitle(kase.stage)}</strong>
      ${kase.returned && html`<strong class="nhsuk-tag nhsuk-tag--orange">With the ward</strong>`}
      ${isAway(kase) && html`<span>Left ${slot(kase.left_at, now)}${howWords(kase) && html`: <strong>${howWords(kase)}</strong>`}</span>`}
      ${spell && !isAway(kase) && html`<span class="hw-bed">${spell.bed}</span><span>${wards.get(spell.ward_id)?.name ?? ""}</span>`}
      ${spell && loungeWords(spell, now) && html`<strong>${loungeWords(spell, now)}</strong>`}
      ${passedWords(kase, now) && html`<span class="hw-overdue">Planned ${slot(kase.leave_at, now)}, ${passedWords(kase, now)}</span>`}
      ${failedWords(kase) && html`<strong class="nhsuk-tag nhsuk-tag--red">${failedWords(kase)}</strong>`}
      ${unmetWords(kase) && html`<strong class="nhsuk-tag nhsuk-tag--yellow">${unmetWords(kase)}</strong>`}
      ${review && html`<span class=${review.passed ? "hw-overdue" : ""}>${review.words}</span>`}
      ${line?.words && html`<strong>${line.words}</strong>`}
      ${line?.overdue && html`<span class="hw-overdue">${line.overdue}</span>`}
      ${line && spell.ready_date && (details.known_at ? html`<a href=${`/delays/${spell.id}`}>Why still here</a>` : html`<${WhyNow} spellId=${spell.id} codes=${codes} places=${wards} now=${now} news=${details} />`)}
      <span>${kase.case_manager ? `Case manager: ${staff.get(kase.case_manager)?.name ?? "not known"}` : "No case manager yet"}</span>
    </p>
    <${Flags} flags=${kase.flags} codes=${codes} />
    ${children}
  </div>`
}

export function PersonFacts({ details, now }) {
  const { person, spell } = details
  if (!person) return null
  return html`<section class="hw-part" aria-labelledby="person">
    <h2 class="nhsuk-heading-s" id="person">Person</h2>
    <${Facts} facts=${[
      ["Born", person.birth_date && `${longDate(person.birth_date)} (${years(person.birth_date, now)})`],
      ["NHS number", nhsNumber(person)],
      ["Hospital number", person.hospital_numbers.join(", ")],
      ["Phone", person.phone],
      ["In hospital", spell && `${longDate(spell.admitted_at)} (${count(daysBetween(spell.admitted_at, spell.ended_at ?? now), "day")})`],
      ...(spell && !spell.ended_at ? plans(spell, now) : []),
    ]} />
  </section>`
}

function plans(spell, now) {
  const expected = expectedToLeave(spell, now)
  return [
    ["Expected to leave", expected && html`<span class=${expected.passed ? "hw-overdue" : ""}>${expected.words}</span>`],
    ["Discharge", spell.discharge_planned && "Planned, the feed says"],
    ["Leave", leaveWords(spell, now)],
    ["To confirm", proposalWords(spell)],
  ]
}
