/** The work on a case, by what it precedes, the stops first; each done, begun, given, not needed or reopened here. */
import { html, useEffect, useRef, useState } from "../html.js"
import { isAway } from "../arriving/words.js"
import { newId } from "../ids.js"
import { put } from "../http.js"
import { may, wordsOf } from "../session.js"
import { RaiseTask } from "./task-form.js"
import { Task } from "./task.js"

const UNFULFILLED = ["open", "started"]

export function Tasks({ details, me, codes, staff, now, refresh }) {
  const { tasks, case: kase, known_at: knownAt } = details
  const [said, say] = useState("")
  const [problem, setProblem] = useState("")
  const heading = useRef(null)
  useEffect(() => location.hash === "#tasks" && heading.current.focus(), [])
  const open = tasks.filter(({ state }) => UNFULFILLED.includes(state))
  const over = tasks.filter(({ state }) => !UNFULFILLED.includes(state))
  const stops = open.filter(({ stops_leaving: stops }) => stops).length
  const can = may(me, "finish_task") && !knownAt && kase.stage !== "closed"

  /** The line that was acted on may have gone elsewhere, and the focus with it: then it goes to the heading. */
  function findAgain() {
    requestAnimationFrame(() => document.activeElement === document.body && heading.current?.focus())
  }

  async function step(task, what, words, more = {}) {
    setProblem("")
    say("")
    try {
      await put(`/cases/${kase.id}/tasks/${task.task_id}/${what}`, { step_id: newId(), ...more })
      await refresh()
      say(`${words}: ${task.words}.`)
      findAgain()
    } catch ({ message }) {
      setProblem(message)
      await refresh()
    }
  }

  const line = (task) => html`<${Task} key=${task.task_id} task=${task} me=${me} codes=${codes} staff=${staff} now=${now} can=${can} step=${(...asked) => step(task, ...asked)} />`
  return html`<section class="hw-part hw-tasks" aria-labelledby="tasks">
    <h2 class="nhsuk-heading-s" id="tasks" tabindex="-1" ref=${heading}>Tasks <span class="hw-count">${open.length}</span></h2>
    ${stops > 0 && html`<p class=${isAway(kase) ? "hw-overdue" : ""}>${stops === 1 ? "1 stop" : `${stops} stops`} before leaving ${stops === 1 ? "is" : "are"} open${isAway(kase) ? ", and they have left" : ""}.</p>`}
    <p class="hw-done" role="status">${said}</p>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
    ${tasks.length === 0 && html`<p class="hw-quiet">${kase.accepted_at ? "None yet." : "Tasks begin when the hub accepts the referral."}</p>`}
    ${groups(open, codes).map(({ title, those }) => html`<h3 class="nhsuk-heading-xs hw-tasks__step" key=${title}>${title}</h3><ul class="hw-tasks__list">${those.map(line)}</ul>`)}
    ${over.length > 0 && html`<details class="nhsuk-details hw-tells"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Done or not needed: ${over.length}</span></summary>
      <ul class="hw-tasks__list">${over.map(line)}</ul></details>`}
    ${may(me, "raise_task") && can && html`<${RaiseTask} caseId=${kase.id} codes=${codes} done=${async () => (await refresh(), say("Task raised."), findAgain())} refused=${refresh} />`}
  </section>`
}

/** [{title, those}] in the order in which they come: the server sends them by step, stops first. */
function groups(tasks, codes) {
  const titles = new Map()
  for (const task of tasks) {
    const title = task.before ? wordsOf(codes.task_steps, task.before) : "Besides"
    titles.set(title, [...(titles.get(title) ?? []), task])
  }
  return [...titles].map(([title, those]) => ({ title, those }))
}
