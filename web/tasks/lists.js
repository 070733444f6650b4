/** What is still to be done, one list for each desk: who leaves first, then what is due first. On paper too. */
import { html, useRef, useState } from "../html.js"
import { focusNow, useKeptFocus } from "../focus.js"
import { newId } from "../ids.js"
import { put } from "../http.js"
import { may, wordsOf } from "../session.js"
import { localTime, shortDate } from "../time.js"
import { inOrder, linesOf } from "./lines.js"
import { Line } from "./line.js"

export function TaskLists({ me, codes, store, live, list }) {
  useKeptFocus()
  const [ward, setWard] = useState(me.hub_id ? "" : me.ward_ids[0] ?? "")
  const [said, say] = useState("")
  const [problem, setProblem] = useState("")
  const heading = useRef(null)
  const now = live.minute.value
  const lines = linesOf(store, list).sort(inOrder)
  const shown = lines.filter((line) => !ward || line.ward?.id === ward)
  const title = wordsOf(codes.task_lists, list)

  async function finish({ task, name }) {
    setProblem("")
    const goOnTo = focusNow()
    try {
      await put(`/cases/${task.case_id}/tasks/${task.id}/completion`, { step_id: newId() })
      say(`Done: ${task.words}, ${name}.`)
      goOnTo(heading.current)
    } catch ({ message }) {
      setProblem(message)
    }
  }

  function answered(words, goOnTo) {
    setProblem("")
    say(words)
    goOnTo(heading.current)
  }

  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m" tabindex="-1" ref=${heading}>Tasks: ${title}</h1>
      <p class="hw-quiet">${shown.length} to do${ward ? "" : " in all"}</p>
      <p class="hw-tasks__printed">Printed ${shortDate(now)} ${localTime(now)}</p></div>
    <nav class="hw-lists" aria-label="Lists">${codes.task_lists.map(({ code, words }) => html`<a key=${code} href=${`#${code}`} aria-current=${code === list ? "page" : null}>${words}</a>`)}</nav>
    <p class="hw-done" role="status">${said}</p>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
    ${live.refusal.value && html`<p class="hw-empty">${live.refusal.value}</p>`}
    ${!live.first.value && !live.refusal.value && html`<p class="hw-empty">Reading the list…</p>`}
    ${live.first.value && html`<${Filter} wards=${wardsOf(lines)} ward=${ward} choose=${setWard} />`}
    ${live.first.value && shown.length === 0 && html`<p class="hw-empty">Nothing on this list. A task comes here when the hub accepts a case or decides its pathway, or somebody raises it by hand.</p>`}
    ${shown.length > 0 && html`<table class="nhsuk-table hw-tasks-table" role="table">
      <caption class="nhsuk-u-visually-hidden">Tasks by leaving time, then by when they are due</caption>
      <thead role="rowgroup"><tr role="row">${["Leaves", "Due", "Person", "Where", "Task", "Given to"].map((name) => html`<th key=${name} role="columnheader" scope="col">${name}</th>`)}
        <th class="hw-no-print" role="columnheader" scope="col"><span class="nhsuk-u-visually-hidden">Do</span></th></tr></thead>
      <tbody>${shown.map((line) => html`<${Line} key=${line.task.id} line=${line} codes=${codes} now=${now} finish=${may(me, "finish_task") && (() => finish(line))} answered=${may(me, "answer_for_work") && answered} />`)}</tbody>
    </table>`}`
}

const Filter = ({ wards, ward, choose }) => html`<div class="hw-filters hw-no-print">
  <div class="hw-filter"><label for="ward">Ward</label>
    <select class="nhsuk-select" id="ward" value=${ward} onChange=${({ target }) => choose(target.value)}>
      <option value="">All wards</option>
      ${wards.map(({ id, name }) => html`<option key=${id} value=${id} selected=${id === ward}>${name}</option>`)}
    </select></div>
  <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => print()}>Print this list</button>
</div>`

function wardsOf(lines) {
  const wards = new Map(lines.filter(({ ward }) => ward).map(({ ward }) => [ward.id, ward]))
  return [...wards.values()].sort((a, b) => a.name.localeCompare(b.name))
}
