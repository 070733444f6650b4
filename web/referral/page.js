/** The form, unless the person has a live case already: then that comes before anything is filled in. */
import { html, useEffect, useLayoutEffect, useRef, useState } from "../html.js"
import { get } from "../http.js"
import { nameOf } from "../names.js"
import { casesOf } from "../ward/status.js"
import { LiveCase } from "./live-case.js"
import { ReferralForm } from "./form.js"

export function ReferralPage({ wardId, me, codes, stay, routing, held, earlier, draft, store, live }) {
  const [sent, setSent] = useState(null)
  const spell = store.spells.value.get(stay.spell.id) ?? stay.spell
  const cases = casesOf(store.cases.value)
  const kase = cases.get(spell.id) ?? cases.get(spell.person_id)
  const alert = useAlert(kase?.stage === "expected" && kase.spell_id === spell.id ? kase : null)
  const about = { person: stay.person, spell, ward: store.places.value.get(spell.ward_id)?.name ?? "Ward", reason: stay.admission_reason, now: live.minute.value }
  const its = { about, codes, wardId }
  if (sent) return html`<${Sent} ...${its} caseId=${sent} />`
  if (!live.first.value) return html`<${Title} ...${its} /><p class="hw-empty">${live.refusal.value || "Reading what is known…"}</p>`
  if (spell.stage && spell.stage !== "open") return html`<${Title} ...${its} /><p class="hw-empty">They are not in a bed of this ward now, so they cannot be referred from here.</p>`
  if (kase && !alert) return html`<${Title} ...${its} /><${LiveCase} ...${its} kase=${kase} staff=${store.staff.value} draft=${draft} />`
  if (alert?.reading) return html`<${Title} ...${its} /><p class="hw-empty">Reading what the hub was told early…</p>`
  return html`<${Title} ...${its} />
    <${ReferralForm} ...${its} me=${me} alert=${alert} routing=${routing} held=${held} earlier=${earlier} draft=${draft} hubs=${hubsIn(store.places.value)} staff=${store.staff.value} onSent=${setSent} />`
}

/** What the hub was told early of this stay: {caseId, hubId, likely}, {reading} until it is read, null where it was not told. */
function useAlert(kase) {
  const [told, setTold] = useState(null)
  useEffect(() => {
    if (!kase) return
    get(`/cases/${kase.id}`).then(({ alert }) => setTold(alert), () => setTold({ likely: kase.needs }))
  }, [kase?.id])
  if (!kase) return null
  return told ? { caseId: kase.id, hubId: kase.scope, likely: told.likely, words: told.words } : { reading: true }
}

const hubsIn = (places) => [...places.values()].filter(({ place }) => place === "hub").map(({ id, name }) => ({ code: id, words: name }))

const Title = ({ about: { person, spell, ward }, wardId }) => html`<div class="hw-title">
  <h1 class="nhsuk-heading-m">Refer ${nameOf(person)}</h1>
  <p><span class="hw-bed">${spell.bed}</span> <a href=${`/wards/${wardId}`}>${ward}</a></p>
</div>`

function Sent({ about: { person }, wardId, caseId }) {
  const heading = useRef(null)
  useLayoutEffect(() => heading.current.focus(), [])
  return html`<div class="hw-part">
    <h1 class="nhsuk-heading-m" tabindex="-1" ref=${heading}>${nameOf(person)} was referred</h1>
    <p>The hub has it. If it needs more, it asks the ward for named fields.</p>
    <p><a href=${`/wards/${wardId}`}>Back to the ward list</a></p>
    <p><a href=${`/cases/${caseId}`}>Open the case</a></p>
  </div>`
}

export const NotForYou = ({ wardId }) => html`<h1 class="nhsuk-heading-m">Refer</h1>
  <p class="hw-empty">Somebody of the ward refers. You can follow the person on the <a href=${`/wards/${wardId}`}>ward list</a> or on their case.</p>`
