/** What is planned around a stay, as the ward list shows it: where the person is for now, and when they are to leave. */
import { html } from "../html.js"
import { loungeWords } from "../ways.js"
import { expectedToLeave, leaveWords, nextPlaceWords, proposalWords } from "../plans.js"

export function Whereabouts({ spell, places, now }) {
  const lines = [loungeWords(spell, now), leaveWords(spell, now), nextPlaceWords(spell, places)].filter(Boolean)
  return lines.map((words) => html`<span class="hw-plan" key=${words}>${words}</span>`)
}

/** Null where nothing is expected or planned. */
export function leavingOf(spell, now) {
  const expected = expectedToLeave(spell, now)
  if (!expected && !spell.discharge_planned) return null
  return html`
    ${expected && html`<span class=${expected.passed ? "hw-overdue" : ""}><span class="hw-day">${expected.day}</span>${expected.passed && ", now passed"}</span>`}
    ${spell.discharge_planned && html`<span class="hw-plan">${expected ? "discharge" : "Discharge"} planned</span>`}`
}

/** The feed proposes, a clinician confirms by an ordinary review. */
export function Proposal({ spell, can }) {
  const words = proposalWords(spell)
  if (!words) return null
  return html`<span class="hw-proposed">${words}: ${can.review ? html`confirm<span class="hw-by-key"> with <kbd>N</kbd></span>` : "a clinician confirms"}</span>`
}
