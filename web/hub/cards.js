/** The board's cards: a case joined with its spell, its ward and its case manager. Pure; rows in, cards out. */
import { movedOf, pinnedOf } from "../notes.js"
import { daysBetween } from "../time.js"
import { ready } from "../ready.js"
import { ofCase } from "../escalations/words.js"
import { serviceWords } from "../service-words.js"

export const COLUMNS = [
  { stage: "expected", title: "Expected", empty: "Nobody is told of early. A ward tells the hub from its ward list." },
  { stage: "referred", title: "Referred", empty: "No referrals wait. A ward refers somebody from its ward list." },
  { stage: "planning", title: "Planning", empty: "Nobody is being planned. Open a referred card and accept it." },
  { stage: "finding_a_service", title: "Finding a service", empty: "No requests to services are out. Send one from a card in planning." },
  { stage: "start_agreed", title: "Start agreed", empty: "No start is agreed yet. Cards come here when a service confirms." },
  { stage: "ready_to_leave", title: "Ready to leave", empty: "Nobody is ready to leave. A card comes here when a start is agreed, or it is a ward discharge, and every stop is done." },
  { stage: "left_hospital", title: "Left hospital", empty: "Nobody has left yet. Cards come here when the hospital says the person left." },
  { stage: "in_service", title: "In intermediate care", empty: "Nobody is in a service. Cards come here when a service confirms its first contact." },
]

/** The columns in which the hub plans: from accepted to the day of leaving. */
export const PLANNED = ["planning", "finding_a_service", "start_agreed", "ready_to_leave"]

export const columnTitle = (stage) => COLUMNS.find((column) => column.stage === stage)?.title ?? "Closed"

/** Every card of the store's live cases; `spell` and `ward` are null where they are not known. `moved` is the newest position of all on it. */
export function cardsOf({ cases, spells, places, staff, notes, services, escalations }, now) {
  const [pinned, noted] = [pinnedOf(notes.value), movedOf(notes.value)]
  const escalated = [...escalations.value.values()]
  return [...cases.value.values()]
    .filter(({ stage }) => COLUMNS.some((column) => column.stage === stage))
    .map((kase) => cardOf(kase, spells.value.get(kase.spell_id) ?? null, places.value, staff.value, now))
    .map((card) => ({ ...card, service: serviceWords(card.kase, services.value, now), pinned: pinned.get(card.kase.id), escalated: ofCase(escalated, card.kase), moved: Math.max(card.kase.position, card.spell?.position ?? 0, noted.get(card.kase.id) ?? 0) }))
}

function cardOf(kase, spell, places, staff, now) {
  return {
    kase,
    spell,
    ward: (spell && places.get(spell.ward_id)) ?? null,
    manager: staff.get(kase.case_manager)?.name ?? null,
    days: spell ? ready(spell, now).days : null,
    stay: spell ? daysBetween(spell.admitted_at, spell.ended_at ?? now) : null,
  }
}

/** A case begins with an early alert or with a referral. */
const since = ({ kase }) => kase.referred_at ?? kase.alerted_at

/** Who left last first; in hospital most days ready first, then those not ready, who has waited longest first. */
export const inOrder = (a, b) =>
  (b.kase.left_at ?? "").localeCompare(a.kase.left_at ?? "") ||
  (b.days ?? -1) - (a.days ?? -1) || since(a).localeCompare(since(b)) || a.kase.id.localeCompare(b.kase.id)
