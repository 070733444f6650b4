/** What a service has to do for those who come to it, who leaves first: begun and done in one tap each. */
import { focusNow } from "../focus.js"
import { html, useEffect, useRef, useState } from "../html.js"
import { get, put } from "../http.js"
import { newId } from "../ids.js"
import { oneAtATime } from "../reading.js"
import { dueWords, isLate } from "../tasks/next-task.js"
import { slot } from "../time.js"

/** `news` is another value whenever the tasks may have changed: they are no rows of the live feed. */
export function ToDo({ now, news }) {
  const [tasks, setTasks] = useState(null)
  const [said, setSaid] = useState("")
  const heading = useRef(null)

  const read = useRef(oneAtATime(() => get("/tasks").then((page) => setTasks(page.tasks)).catch((problem) => setSaid(problem.message)))).current
  useEffect(() => void read(), [news])

  async function step({ case_id: caseId, task_id: task, words, name }, what, done) {
    const goOnTo = focusNow()
    await put(`/cases/${caseId}/tasks/${task}/${what}`, { step_id: newId() })
      .then(() => (setSaid(`${done}: ${words}, ${name}.`), goOnTo(heading.current), read()))
      .catch((problem) => setSaid(problem.message))
  }

  if (!tasks) return html`<p role="status">${said}</p>`
  return html`<section class="hw-to-do" aria-labelledby="to-do">
    <h2 class="nhsuk-heading-s" id="to-do" tabindex="-1" ref=${heading}>To do <span class="hw-quiet">(${tasks.length})</span></h2>
    <p role="status">${said}</p>
    ${!tasks.length && html`<p class="hw-empty">Nothing to do. What you have to do for a person comes here once you have confirmed.</p>`}
    ${tasks.length > 0 && html`<ul class="hw-offers">${tasks.map((task) => html`<li class="hw-to-do__task" key=${task.task_id}>
      <p><strong>${task.words}</strong>${task.due_at && html` · <span class=${isLate(task.due_at, now) ? "hw-overdue" : "hw-quiet"}>${dueWords(task.due_at, now)}</span>`}</p>
      <p>${task.name} · <span class="hw-quiet">${task.leave_at ? `leaves ${slot(task.leave_at, now)}` : "leaving not planned yet"}${task.state === "started" ? " · begun" : ""}</span></p>
      <p class="hw-offer__can">
        <button class="hw-link" type="button" onClick=${() => step(task, "completion", "Done")}>Done<${Whose} ...${task} /></button>
        ${task.state === "open" && html`<button class="hw-link" type="button" onClick=${() => step(task, "start", "Begun")}>Start<${Whose} ...${task} /></button>`}
      </p>
    </li>`)}</ul>`}
  </section>`
}

const Whose = ({ words, name }) => html`<span class="nhsuk-u-visually-hidden">: ${words}, ${name}</span>`
