/** One task of a list; done in one press, and what it arranged kept or released in one. */
import { KeepOrRelease } from "../holding/keep-or-release.js"
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { slot } from "../time.js"
import { where } from "../where.js"
import { isLate } from "./next-task.js"

export function Line({ line: { task, spell, ward, name, given }, codes, now, finish, answered }) {
  return html`<tr role="row">
    <td role="cell" data-label="Leaves">${task.leave_at ? slot(task.leave_at, now) : html`<span class="hw-quiet">Not planned</span>`}</td>
    <td role="cell" data-label="Due">${task.due_at ? html`<span class=${isLate(task.due_at, now) ? "hw-overdue" : ""}>${isLate(task.due_at, now) ? "Late: " : ""}${slot(task.due_at, now)}</span>` : html`<span class="hw-quiet">–</span>`}</td>
    <td role="cell" data-label="Person"><a href=${`/cases/${task.case_id}#tasks`} data-focus=${task.id}>${name}</a></td>
    <td role="cell" data-label="Where">${spell ? where(ward, spell.bed) : "Left the ward"}</td>
    <td role="cell" data-label="Task"><strong>${wordsOf(codes.task_kinds, task.weight)}</strong> · ${task.words}${STATES[task.state] ? html` <span class="hw-quiet">${STATES[task.state]}</span>` : ""}
      ${task.question && answered && html`<${KeepOrRelease} question=${{ cause: task.question, asked_at: task.question_at }} about=${`${task.words}, ${name}`} until=${task.leave_at} path=${`/cases/${task.case_id}/tasks/${task.id}`} codes=${codes} now=${now} done=${answered} />`}</td>
    <td role="cell" data-label="Given to">${given ?? html`<span class="hw-quiet">–</span>`}</td>
    <td class="hw-no-print" role="cell">${finish && task.state !== "done" && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" data-focus=${`done ${task.id}`} onClick=${finish}>Done<span class="nhsuk-u-visually-hidden">: ${task.words}, ${name}</span></button>`}</td>
  </tr>`
}

/** One that is done stands on the list while its owner is asked whether it keeps what it arranged. */
const STATES = { started: "begun", done: "done" }
