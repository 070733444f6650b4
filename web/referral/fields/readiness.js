/** 3. Whether the person still needs the bed: as the stay says, since only a clinician's review sets it. */
import { html } from "../../html.js"
import { TextInput } from "../../form/fields.js"
import { expectedToLeave } from "../../plans.js"
import { readyLine } from "../../ready.js"

export const Readiness = ({ codes, about, ...its }) => html`
  ${about && html`<${Stands} ...${about} codes=${codes} />`}
  <p class="hw-quiet">${about && "Sent as the stay says it. "}Only a ward clinician sets this, in the review on the ward list.</p>
  <${TextInput} ...${its} name="readiness.words" label="What to add" />`

function Stands({ spell, now, codes }) {
  const [line, expected] = [readyLine(spell, codes, now), expectedToLeave(spell, now)]
  return html`<p>${line.words && html`<strong>${line.words}</strong> `}${line.overdue && html`<span class="hw-overdue">${line.overdue}</span>`}
    ${expected && html` · <span class=${expected.passed ? "hw-overdue" : ""}>${expected.line}</span>`}</p>`
}
