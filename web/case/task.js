/** One task: what, who, until when, and what may be done with it. */
import { html, useLayoutEffect, useRef, useState } from "../html.js"
import { wordsOf } from "../session.js"
import { dueWords, isLate } from "../tasks/next-task.js"

const TAG = { stop: "nhsuk-tag--red", should: "nhsuk-tag--blue", after: "nhsuk-tag--grey" }

export function Task({ task, me, codes, staff, now, can, step }) {
  const [asking, setAsking] = useState(false)
  const whose = html`<span class="nhsuk-u-visually-hidden">: ${task.words}</span>`
  const open = task.state === "open" || task.state === "started"
  const mine = task.assigned_to === me.staff_id
  const button = (words, take) => html`<button class="hw-link" type="button" onClick=${take}>${words}${whose}</button>`
  return html`<li class="hw-task">
    <p><strong class=${`nhsuk-tag ${TAG[task.kind]}`}>${wordsOf(codes.task_kinds, task.kind)}</strong> ${task.words}</p>
    <p class="hw-quiet">${facts(task, codes, staff).join(" · ")}${open && task.due_at && html` · <span class=${isLate(task.due_at, now) ? "hw-overdue" : ""}>${dueWords(task.due_at, now)}</span>`}</p>
    ${can && open && html`<p class="hw-task__can">
      ${button("Done", () => step("completion", "Done"))}
      ${task.state === "open" && button("Start", () => step("start", "Begun"))}
      ${mine ? button("Give back", () => step("assignment", "Given back", { assigned_to: null })) : button("Give to me", () => step("assignment", "Yours now", { assigned_to: me.staff_id }))}
      ${button("Not needed", () => setAsking(!asking))}</p>`}
    ${asking && open && html`<${WhyNot} id=${task.task_id} codes=${codes} cancel=${() => setAsking(false)} send=${(why, words) => step("dismissal", "Not needed", { why, words: words || null })} />`}
    ${can && !open && !task.by_fact && html`<p class="hw-task__can">${button("Reopen", () => step("reopening", "Open again"))}</p>`}
  </li>`
}

function facts(task, codes, staff) {
  const who = task.owner_name ?? wordsOf(codes.task_owners, task.owner)
  const given = task.assigned_to && (staff.get(task.assigned_to)?.name ?? "somebody not on the roster")
  const state = { started: "begun", done: task.by_fact ? "done, by what is recorded on the case" : "done", not_needed: "not needed" }[task.state]
  return [`${wordsOf(codes.task_roles, task.role)}, ${who}`, given && `given to ${given}`, state].filter(Boolean)
}

/** Why it is not needed: most reasons are one choice, and Enter sends. */
function WhyNot({ id, codes, send, cancel }) {
  const [why, setWhy] = useState("not_for_this_person")
  const [words, setWords] = useState("")
  const first = useRef(null)
  useLayoutEffect(() => first.current.focus(), [])
  return html`<form class="hw-task__why" onSubmit=${(event) => (event.preventDefault(), send(why, words))} onKeyDown=${({ key }) => key === "Escape" && cancel()}>
    <label for=${`why-${id}`}>Why is it not needed?</label>
    <select class="nhsuk-select" id=${`why-${id}`} value=${why} ref=${first} onChange=${({ target }) => setWhy(target.value)}>
      ${codes.not_needed.map(({ code, words: said }) => html`<option key=${code} value=${code}>${said}</option>`)}
    </select>
    ${why === "other" && html`<label for=${`words-${id}`}>Say why</label><input class="nhsuk-input" id=${`words-${id}`} value=${words} autocomplete="off" onInput=${({ target }) => setWords(target.value)} />`}
    <button class="nhsuk-button nhsuk-button--small" type="submit">Not needed</button>
    <button class="hw-link" type="button" onClick=${cancel}>Cancel</button>
  </form>`
}
