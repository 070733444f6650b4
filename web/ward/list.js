/** The whole ward in bed order: review by button or by one key, refer, record by hand, follow what the hub does. */
import { html, useState } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { count, stale } from "../ready.js"
import { abilities, actions } from "./actions.js"
import { OpenDialog } from "./dialogs.js"
import { Expected, inOrderOfComing } from "./expected.js"
import { Filters, filter } from "./filters.js"
import { KEYS_IN_WORDS, onRowKey } from "./keys.js"
import { LeftOpen } from "./left.js"
import { LeftLately } from "./left-lately.js"
import { Notice, useNotice } from "./notice.js"
import { changed } from "./outbox.js"
import { outcomes } from "./outcomes.js"
import { Unsent } from "./pending.js"
import { Row } from "./row.js"
import { Sheet } from "./sheet.js"
import { casesOf } from "./status.js"
import { VirtualWard } from "./virtual-ward.js"

export function WardList({ wardId, me, codes, store, live, outbox, delays }) {
  useKeptFocus()
  const [dialog, setDialog] = useState(null)
  const [current, setCurrent] = useState(null)
  const now = live.minute.value
  const [changes, can, cases] = [outbox.changes.value, abilities(me), casesOf(store.cases.value, store.notes.value)]
  const rows = [...store.spells.value.values()].filter(({ ward_id: ward, ended_at: ended }) => ward === wardId && !ended)
  const spells = rows.filter(isHere).sort(inBedOrder).map((spell) => changed(spell, changes.get(spell.id)))
  const caseOf = (spell) => cases.get(spell.id) ?? cases.get(spell.person_id)
  const people = spells.map((spell) => ({ spell, kase: caseOf(spell), can, now }))
  // Who has the focus stays until it goes on, though the filter lets them through no longer.
  const shown = people.filter((each) => filter.value.passes(each) || each.spell.id === current)
  const act = actions({ can, outbox, caseOf, now, open: setDialog })
  const { notice, tell, hide } = useNotice(spells)
  const ward = store.places.value.get(wardId)
  const here = { id: wardId, name: ward?.name ?? "this ward", beds: ward?.beds ?? [], spells }
  const its = { codes, now, can, act, outbox, staff: store.staff.value, places: store.places.value }
  const first = shown.some(({ spell }) => spell.id === current) ? current : shown[0]?.spell.id
  if (!live.first.value) return html`<h1 class="nhsuk-heading-m">Ward</h1><p class="hw-empty">${live.refusal.value || "Reading the ward list…"}</p>`
  return html`
    <${Title} name=${ward?.name ?? "Ward"} spells=${spells} can=${can} act=${act} now=${now} />
    <${Unsent} outbox=${outbox} shown=${new Set(shown.map(({ spell }) => spell.id))} />
    ${spells.length === 0 && html`<p class="hw-empty">Nobody is in this ward. People come here when the hospital's feed says they were admitted or moved${can.admit && ", or when you admit them by hand"}.</p>`}
    ${spells.length > 0 && html`<${Filters} people=${people} />`}
    ${spells.length > 0 && shown.length === 0 && html`<p class="hw-empty">None of the people on this ward. <a href="#everybody">Show everybody</a></p>`}
    ${shown.length > 0 && html`<${Keys} act=${act} />
    <table class="nhsuk-table hw-ward" role="table" onKeyDown=${(event) => onRowKey(event, spells, act)}>
      <caption class="nhsuk-u-visually-hidden">People in bed order</caption>
      <${Head} />
      <tbody class="nhsuk-table__body">
        ${shown.map(({ spell, kase }) => html`<${Row} key=${spell.id} ...${its} spell=${spell} entries=${changes.get(spell.id)} kase=${kase} delay=${delays.get(spell.id)}
          news=${store.fresh.value.get(spell.id)} current=${spell.id === first} onFocus=${() => setCurrent(spell.id)} />`)}
      </tbody>
    </table>`}
    ${shown.length > 0 && html`<${Sheet} ward=${here.name} people=${shown} only=${filter.value.hash === "everybody" ? "" : filter.value.words} codes=${codes} staff=${its.staff} now=${now} asOf=${live.heardAt.value} />`}
    <${LeftOpen} wardId=${wardId} cases=${store.cases.value} now=${now} />
    <${VirtualWard} spells=${rows.filter(({ stage }) => stage === "virtual_ward")} now=${now} can=${can} act=${act} />
    <${Expected} spells=${rows.filter(({ stage }) => stage === "expected").sort(inOrderOfComing)} now=${now} />
    <${LeftLately} wardId=${wardId} here=${new Set(rows.map(({ id }) => id))} codes=${codes} now=${now} can=${can} act=${act} />
    ${notice && html`<${Notice} notice=${notice} canTakeBack=${can.takeBack} serverTime=${live.serverTime} onHide=${hide} onBack=${() => outcomes(notice.left.spell, wardId, its.places, now, tell).returned()} />`}
    ${/* An answer may come late: it closes its own form, not one opened since. */ dialog && html`<${OpenDialog} key=${`${dialog.what} ${dialog.spell?.id}`} open=${dialog} here=${here} codes=${codes} places=${its.places} outbox=${outbox} serverTime=${live.serverTime} tell=${tell} onClose=${() => setDialog((open) => (open === dialog ? null : open))} />`}`
}

const Title = ({ name, spells, can, act, now }) => html`<div class="hw-title"><h1 class="nhsuk-heading-m">${name}</h1>
  <p class="hw-quiet">${count(spells.length, "person").replace("persons", "people")} · ${spells.filter((spell) => stale(spell, now)).length} to review · ${spells.filter(({ ready_date: date }) => date).length} ready</p>
  <div class="hw-title__moves">
    ${spells.length > 0 && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => print()}>Print this list</button>`}
    ${can.admit && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => act.admit()}>Admit someone</button>`}
  </div></div>`

const Keys = ({ act }) => html`<p class="hw-keys">Keys on a row: ${KEYS_IN_WORDS.filter(({ what }) => act[what]).map(({ key, words }) => html`<span class="hw-day"><kbd>${key}</kbd> ${words}</span> · `)}<kbd>↓</kbd> next person</p>`

const COLUMNS = ["Bed", "Name and age", "Stay", "Criteria today", "Ready since", "EDD", "Needs the hub?", "Asked of us", "Hub"]

const Head = () => html`<thead class="nhsuk-table__head" role="rowgroup"><tr role="row">
  ${COLUMNS.map((name) => html`<th class="nhsuk-table__header" role="columnheader" scope="col">${name}</th>`)}
</tr></thead>`

const isHere = ({ stage }) => stage !== "expected" && stage !== "virtual_ward"

const inBedOrder = (a, b) => (a.bed_order < b.bed_order ? -1 : Number(a.bed_order > b.bed_order))
