/** The whole ward in bed order: review by button or by one key, refer, record by hand, follow what the hub does. */
import { html, useState } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { count, stale } from "../ready.js"
import { may } from "../session.js"
import { OpenDialog } from "./dialogs.js"
import { Expected, inOrderOfComing } from "./expected.js"
import { onRowKey } from "./keys.js"
import { Notice, useNotice } from "./notice.js"
import { outcomes } from "./outcomes.js"
import { reviewed } from "./reviews.js"
import { Row } from "./row.js"
import { casesOf } from "./status.js"
import { VirtualWard } from "./virtual-ward.js"

export function WardList({ wardId, me, codes, store, live, reviews }) {
  useKeptFocus()
  const [dialog, setDialog] = useState(null)
  const [current, setCurrent] = useState(null)
  const now = live.minute.value
  const pending = reviews.pending.value
  const rows = [...store.spells.value.values()].filter(({ ward_id: ward, ended_at: ended }) => ward === wardId && !ended)
  const spells = rows.filter(isHere).sort(inBedOrder).map((spell) => reviewed(spell, pending.get(spell.id)))
  const cases = casesOf(store.cases.value)
  const can = abilities(me)
  const act = actions(reviews, setDialog)
  const { notice, tell, hide } = useNotice(spells)
  const ward = store.places.value.get(wardId)
  const here = { id: wardId, name: ward?.name ?? "this ward", beds: ward?.beds ?? [], spells }
  const close = () => setDialog(null)
  if (!live.first.value) return html`<h1 class="nhsuk-heading-m">Ward</h1><p class="hw-empty">${live.refusal.value || "Reading the ward list…"}</p>`
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">${ward?.name ?? "Ward"}</h1>
      <p class="hw-quiet">${count(spells.length, "person").replace("persons", "people")} · ${spells.filter((spell) => stale(spell, now)).length} to review · ${spells.filter(({ ready_date: date }) => date).length} ready</p>
      ${can.admit && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small hw-admit" type="button" onClick=${act.admit}>Admit someone</button>`}</div>
    ${spells.length === 0 && html`<p class="hw-empty">Nobody is in this ward. People come here when the hospital's feed says they were admitted or moved${can.admit && ", or when you admit them by hand"}.</p>`}
    ${spells.length > 0 && can.review && html`<p class="hw-keys">Keys on a row: <kbd>N</kbd> no longer meets · <kbd>M</kbd> meets · <kbd>C</kbd> no change · <kbd>↓</kbd> next person</p>`}
    ${spells.length > 0 && html`<table class="nhsuk-table hw-ward" role="table" onKeyDown=${(event) => can.review && onRowKey(event, spells, act)}>
      <caption class="nhsuk-u-visually-hidden">People in bed order</caption>
      <${Head} can=${can} />
      <tbody class="nhsuk-table__body">
        ${spells.map((spell, at) => html`<${Row} key=${spell.id} spell=${spell} review=${pending.get(spell.id)} kase=${cases.get(spell.id) ?? cases.get(spell.person_id)}
          codes=${codes} staff=${store.staff.value} places=${store.places.value} now=${now} can=${can} news=${store.fresh.value.get(spell.id)} act=${act}
          current=${current === null || !spells.some(({ id }) => id === current) ? at === 0 : current === spell.id} onFocus=${() => setCurrent(spell.id)} />`)}
      </tbody>
    </table>`}
    <${VirtualWard} spells=${rows.filter(({ stage }) => stage === "virtual_ward")} now=${now} can=${can} act=${act} />
    <${Expected} spells=${rows.filter(({ stage }) => stage === "expected").sort(inOrderOfComing)} now=${now} />
    ${notice && html`<${Notice} notice=${notice} canTakeBack=${can.takeBack} serverTime=${live.serverTime} onHide=${hide} onBack=${() => outcomes(notice.left.spell, wardId, now, tell).returned()} />`}
    ${dialog && html`<${OpenDialog} key=${`${dialog.what} ${dialog.spell?.id}`} open=${dialog} here=${here} codes=${codes} places=${store.places.value} reviews=${reviews} serverTime=${live.serverTime} tell=${tell} onClose=${close} />`}`
}

const COLUMNS = ["Bed", "Name and age", "Stay", "Criteria today", "Review", "Ready since", "Days", "Nights in all", "Expected to leave", "Hub"]

const Head = ({ can }) => html`<thead class="nhsuk-table__head" role="rowgroup"><tr role="row">
  ${COLUMNS.filter((name) => can.review || name !== "Review").map((name) => html`<th class=${`nhsuk-table__header ${name === "Review" ? "hw-cell--review" : ""}`} role="columnheader" scope="col">${name}</th>`)}
</tr></thead>`

const abilities = (me) => ({
  review: may(me, "review_criteria"),
  refer: may(me, "submit_referral"),
  admit: may(me, "open_spell"),
  move: may(me, "move_person"),
  expected: may(me, "expect_discharge"),
  leave: may(me, "start_leave"),
  back: may(me, "end_leave"),
  lounge: may(me, "send_to_lounge"),
  onWard: may(me, "return_to_ward"),
  left: may(me, "end_spell"),
  mistake: may(me, "reverse_admission"),
  takeBack: may(me, "reverse_end"),
})

function actions(reviews, setDialog) {
  return {
    noLonger: (spell) => reviews.give(spell.id, "no_longer_meets"),
    noChange: (spell) => spell.criteria !== "not_reviewed" && reviews.give(spell.id, spell.criteria, spell.criteria_met),
    meets: (spell) => setDialog({ what: "meets", spell }),
    refer: (spell) => setDialog({ what: "refer", spell }),
    admit: () => setDialog({ what: "admit" }),
    move: (spell) => setDialog({ what: "move", spell }),
    expected: (spell) => setDialog({ what: "expected", spell }),
    leave: (spell) => setDialog({ what: "leave", spell }),
    back: (spell) => setDialog({ what: "back", spell }),
    lounge: (spell) => setDialog({ what: "lounge", spell }),
    onWard: (spell) => setDialog({ what: "onWard", spell }),
    left: (spell) => setDialog({ what: "left", spell }),
    mistake: (spell) => setDialog({ what: "mistake", spell }),
  }
}

const isHere = ({ stage }) => stage !== "expected" && stage !== "virtual_ward"

const inBedOrder = (a, b) => (a.bed_order < b.bed_order ? -1 : Number(a.bed_order > b.bed_order))
