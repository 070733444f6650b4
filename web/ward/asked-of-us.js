/** What the ward is asked for a person: how many, the first, until when; and what is ready for the slot to leave. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { dueWords, isLate } from "../tasks/next-task.js"

const TICKS = [["medicines", "Medicines"], ["letter", "Letter"], ["transport", "Transport"], ["home", "Home"]]

export function AskedOfUs({ kase, spell, now }) {
  const { ward, ticks } = kase.work
  return html`<div class="hw-asked-of-us">
    ${ward && html`<a href=${`/cases/${kase.id}#tasks`} data-focus=${`tasks ${spell.id}`}>${ward.count} to do<span class="nhsuk-u-visually-hidden"> for ${nameOf(spell.person)}</span></a>
      <span>${ward.words}</span> <span class=${isLate(ward.due_at, now) ? "hw-overdue" : "hw-quiet"}>${dueWords(ward.due_at, now)}</span>`}
    ${kase.leave_at && html`<ul class="hw-ticks" aria-label="Ready for leaving">${shownOf(ticks).map(([name, words]) => html`<li key=${name} class=${ticks[name] ? "" : "hw-quiet"}><span aria-hidden="true">${ticks[name] ? "☑" : "☐"}</span> ${words}<span class="nhsuk-u-visually-hidden">${ticks[name] ? " ready" : " not ready"}</span></li>`)}</ul>`}
  </div>`
}

/** "3: discharge letter done, by Fri 10:00. ☑ Medicines ☐ Letter" for paper. */
export function askedWords(work, now) {
  if (!work?.ward) return ""
  const due = dueWords(work.ward.due_at, now)
  const ready = shownOf(work.ticks).map(([name, words]) => `${work.ticks[name] ? "☑" : "☐"} ${words}`).join(" ")
  return `${work.ward.count}: ${work.ward.words}${due && `, ${due}`}. ${ready}`
}

const shownOf = (ticks) => TICKS.filter(([name]) => name in ticks)
