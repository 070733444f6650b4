/** My escalations: those on my own list first, or everybody's; by level, then by the time that is left. */
import { html, useRef, useState } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { nameOf } from "../names.js"
import { wordsOf } from "../session.js"
import { where } from "../where.js"
import { Entry } from "./entry.js"
import { inOrder } from "./words.js"

const LEVELS = ["SRO", "L4", "L3", "L2", "L1"]

export function Escalations({ me, codes, store, live }) {
  useKeptFocus()
  const [all, setAll] = useState(me.role === "manager")
  const [said, say] = useState("")
  const [problem, setProblem] = useState("")
  const heading = useRef(null)
  const now = live.minute.value
  const rows = [...store.escalations.value.values()].filter((row) => all || isMine(row, me, store)).sort(inOrder)

  function told(words) {
    setProblem("")
    say(words)
    requestAnimationFrame(() => document.activeElement === document.body && heading.current?.focus())
  }

  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m" tabindex="-1" ref=${heading}>${all ? "Escalations" : "My escalations"}</h1><p class="hw-quiet">${rows.length} open</p></div>
    <p class="hw-done" role="status">${said}</p>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
    ${live.refusal.value && html`<p class="hw-empty">${live.refusal.value}</p>`}
    ${!live.first.value && !live.refusal.value && html`<p class="hw-empty">Reading the escalations…</p>`}
    ${live.first.value && html`<div class="hw-filters">
      ${me.role !== "provider" && html`<div class="hw-filter"><label for="whose">Whose</label>
        <select class="nhsuk-select" id="whose" value=${all ? "all" : "mine"} onChange=${({ target }) => setAll(target.value === "all")}>
          <option value="mine" selected=${!all}>Mine</option><option value="all" selected=${all}>Everybody’s</option></select></div>`}
      <a href=${`/api/v1/escalations/who-acts${all ? "?everybodys=true" : ""}`} download>Who is to act, as a file</a></div>`}
    ${live.first.value && rows.length === 0 && html`<p class="hw-empty">Nothing is escalated${all ? "" : " to you"}. What comes due by the escalation policy, or what somebody raises on a case or a stay, stands here until its cause ends.</p>`}
    ${LEVELS.map((level) => ({ level, those: rows.filter((row) => row.level === level) })).filter(({ those }) => those.length).map(({ level, those }) => html`<section key=${level} aria-labelledby=${level}>
      <h2 class="nhsuk-heading-s" id=${level}>${level === "SRO" ? "" : `${level} · `}${wordsOf(codes.escalation_levels, level)} <span class="hw-count">${those.length}</span></h2>
      <ul class="hw-escalations">${those.map((row) => html`<${Entry} key=${row.id} row=${row} headed=${true} about=${about(row, me, store)} store=${store} me=${me} codes=${codes} now=${now} told=${told} refused=${setProblem} />`)}</ul></section>`)}`
}

/** A service is sent its own alone; a ward's are those in its beds, a hub's those of its cases and of the system. */
function isMine(row, me, { spells }) {
  if (me.role === "provider" || me.role === "manager") return true
  if (me.hub_id) return row.hub_id === me.hub_id || row.ladder === "system"
  return me.ward_ids.includes(spells.value.get(row.spell_id)?.ward_id)
}

function about(row, me, { spells, cases, places }) {
  if (me.role === "provider") return html`<a href="/provider" data-focus=${row.id}>your requests</a>`
  if (row.feed_id) return html`<a href="/feeds">a feed</a>`
  const spell = spells.value.get(row.spell_id)
  if (!spell && row.case_id) return html`<a href=${`/cases/${row.case_id}`} data-focus=${row.id}>${cases.value.has(row.case_id) ? nameOf(cases.value.get(row.case_id).person) : "Open the case"}</a>`
  if (!spell) return row.spell_id && html`<a href=${`/delays/${row.spell_id}`} data-focus=${row.id}>Why they were still here</a>`
  const href = row.case_id ? `/cases/${row.case_id}` : `/wards/${spell.ward_id}`
  return html`<a href=${href} data-focus=${row.id}>${nameOf(spell.person)}</a> <span class="hw-quiet">${where(places.value.get(spell.ward_id), spell.bed)}</span>`
}
