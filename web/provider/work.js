/** What a service that has confirmed has to do, each done in one tap. */
import { html, useState } from "../html.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { dueWords, isLate } from "../tasks/next-task.js"

export function Work({ page, now, reload }) {
  const [said, setSaid] = useState("")
  const open = page.tasks.filter(({ state }) => state === "open" || state === "started")
  if (!page.tasks.length) return null

  async function done({ task_id: task, words }) {
    await put(`/cases/${page.case_id}/tasks/${task}/completion`, { step_id: newId() })
      .then(() => (setSaid(`Done: ${words}`), reload()))
      .catch((problem) => setSaid(problem.message))
  }

  return html`<div class="hw-offer__detail">
    <h4 class="nhsuk-heading-xs">To do</h4>
    <ul class="nhsuk-list">${open.map((task) => html`<li key=${task.task_id}>${task.words}${task.due_at && html` · <span class=${isLate(task.due_at, now) ? "hw-overdue" : "hw-quiet"}>${dueWords(task.due_at, now)}</span>`}
      ${" "}<button class="hw-link" type="button" onClick=${() => done(task)}>Done<span class="nhsuk-u-visually-hidden">: ${task.words}</span></button></li>`)}</ul>
    ${!open.length && html`<p>All done.</p>`}
    <p role="status">${said}</p>
  </div>`
}
