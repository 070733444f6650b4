/** What the hub is doing for a person, in words for the ward. */
import { isAway } from "../arriving/words.js"
import { pathwayWords } from "../hub/next.js"
import { pinnedOf } from "../notes.js"
import { age, slot } from "../time.js"
import { passedWords } from "../ways.js"

export function hubStatus(kase, staff, now) {
  const manager = staff.get(kase.case_manager)?.name
  const who = manager ? ` · ${manager}` : ""
  if (kase.stage === "closed") return "Case closed"
  if (kase.stage === "expected") return `Hub told early · ${age(kase.alerted_at, now)}`
  if (isAway(kase)) return `Left hospital${who}`
  if (kase.returned) return `Hub asks for more · ${age(kase.returned_at, now)}`
  if (kase.stage === "referred") return `Referred, waiting for the hub · ${age(kase.referred_at, now)}`
  const found = { finding_a_service: "Finding a service", start_agreed: "Start agreed", ready_to_leave: "Ready to leave" }[kase.stage]
  if (found && !kase.leave_at) return `${pathwayWords(kase)} · ${found}${who}`
  if (kase.leave_at) return `${pathwayWords(kase)} · leaves ${[slot(kase.leave_at, now), passedWords(kase, now)].filter(Boolean).join(", ")}${who}`
  if (kase.pathway_given) return `${pathwayWords(kase)} decided${who}`
  return `Hub is planning${who}`
}

/** The live case of each person with its pinned note, by the spell and by the person: a referral may date from an earlier stay. */
export function casesOf(cases, notes = new Map()) {
  const pinned = pinnedOf(notes)
  const live = [...cases.values()].filter(({ stage }) => stage !== "closed").map((kase) => ({ ...kase, pinned: pinned.get(kase.id) }))
  return new Map(live.flatMap((kase) => [[kase.person_id, kase], [kase.spell_id, kase]]))
}
