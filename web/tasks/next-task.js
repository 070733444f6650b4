/** What is to be done next: what, who, until when; red once it is late. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { slot } from "../time.js"

export const isLate = (dueAt, now) => dueAt !== null && dueAt < now

/** "by Fri 10:00", "was due today 09:00"; "" where nothing says until when. */
export const dueWords = (dueAt, now) => (dueAt ? `${isLate(dueAt, now) ? "was due" : "by"} ${slot(dueAt, now)}` : "")

export function NextTask({ work, codes, now }) {
  const next = work?.next
  if (!next) return null
  const due = dueWords(next.due_at, now)
  return html`<p class="hw-next"><span class="nhsuk-u-visually-hidden">Next task: </span>${next.words} <span class="hw-quiet">· ${wordsOf(codes.task_roles, next.role)}</span>
    ${due && html` <span class=${isLate(next.due_at, now) ? "hw-overdue" : "hw-quiet"}>· ${due}</span>`}</p>`
}
