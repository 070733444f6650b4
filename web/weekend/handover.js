/** The weekend's handover: whom to ring, who left and is not met, what is escalated, the pinned notes, who is ready. */
import { html } from "../html.js"
import { Reason } from "../delays/words.js"
import { slot } from "../time.js"
import { where } from "../where.js"

const Part = ({ id, title, items, empty, children }) => html`<section aria-labelledby=${id}>
  <h2 class="nhsuk-heading-s" id=${id}>${title} <span class="hw-count">${items.length}</span></h2>
  ${items.length === 0 ? html`<p class="hw-quiet">${empty}</p>` : html`<ul class="hw-handover">${items.map(children)}</ul>`}
</section>`

const Phone = ({ number }) => (number ? html`<a href=${`tel:${number.replaceAll(" ", "")}`}>${number}</a>` : html`<span class="hw-overdue">no number known</span>`)
const About = ({ id, name }) => (id ? html`<a href=${`/cases/${id}`}>${name || "Open the case"}</a>` : name)

export const Calls = ({ calls }) => html`<${Part} id="calls" title="Who must be rung" items=${calls} empty="Nobody: no escalation waits for an answer, and no start or arrival is in doubt.">
  ${(call, n) => html`<li key=${n}><strong>${call.who}</strong>, <${Phone} number=${call.phone} />
    <ul>${call.because.map(({ words, name, case_id: id }, m) => html`<li key=${m}>${words}${(name || id) && html` · <${About} id=${id} name=${name} />`}</li>`)}</ul></li>`}
<//>`

export const Left = ({ left, now }) => html`<${Part} id="left" title="Left, and not yet met" items=${left} empty="Everybody who left is known to be there and met.">
  ${(each) => html`<li key=${each.case_id}><${About} id=${each.case_id} name=${each.name} />${each.service && ` · ${each.service}`}
    ${each.arrival_due && html` · <span class=${each.arrival_due < now ? "hw-overdue" : ""}>arrival due ${slot(each.arrival_due, now)}</span>`}
    ${each.contact_due && html` · <span class=${each.contact_due < now ? "hw-overdue" : ""}>first contact due ${slot(each.contact_due, now)}</span>`}</li>`}
<//>`

export const Escalated = ({ escalations, now }) => html`<${Part} id="escalated" title="Open escalations" items=${escalations} empty="Nothing is escalated.">
  ${(each) => html`<li key=${each.escalation_id}><strong>${each.level}</strong> <a href="/escalations">${each.title}</a>${each.name && html` · <${About} id=${each.case_id} name=${each.name} />`}${" · "}${each.acted_at ? "acted on" : each.acknowledged_at ? "acknowledged" : `answer by ${slot(each.answer_by, now)}`}${each.words && html` · “${each.words}”`}${each.done && html` · done: “${each.done}”`}</li>`}
<//>`

export const Pinned = ({ notes, staff, now }) => html`<${Part} id="notes" title="Pinned notes" items=${notes} empty="No note is pinned.">
  ${(note) => html`<li key=${note.note_id}><${About} id=${note.case_id} name=${note.name} />: ${note.words} <span class="hw-quiet">${staff.get(note.author)?.name ?? ""} ${slot(note.written_at, now)}</span></li>`}
<//>`

export const Ready = ({ ready, codes, nameOfStay, places }) => html`<${Part} id="ready" title="Ready and still here" items=${ready} empty="Nobody who is ready is still here.">
  ${(each) => html`<li key=${each.spell_id}><a href=${`/delays/${each.spell_id}`}>${nameOfStay(each.spell_id)}</a> <span class="hw-quiet">${where(places.get(each.ward_id), each.bed)}</span> · ${each.days === 0 ? "ready today" : `ready ${each.days} d`} · <${Reason} codes=${codes} reason=${each.reason} /></li>`}
<//>`
