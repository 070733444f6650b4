/** What a card waits for: {words, since, overdue}. */
import { isAway, nextAfterLeaving } from "../arriving/words.js"
import { age, slot } from "../time.js"
import { afterLeavingWords, howWords } from "../ways.js"

export function nextOf(kase, now) {
  const { stage, returned, pathway_given: pathway, leave_at: leaveAt } = kase
  if (isAway(kase)) return { words: nextAfterLeaving(kase.arriving) || afterLeavingWords(kase), since: [`left ${slot(kase.left_at, now)}`, howWords(kase)].filter(Boolean).join(": "), overdue: false }
  if (stage === "expected") return { words: "Ward to refer", since: `told ${age(kase.alerted_at, now)}${age(kase.alerted_at, now) === "just now" ? "" : " ago"}`, overdue: false }
  if (returned) return { words: "Ward to answer", since: waited(kase.returned_at, now), overdue: false }
  if (stage === "referred") return { words: "Accept or return", since: waited(kase.referred_at, now), overdue: false }
  if (!pathway) return { words: "Decide the pathway", since: waited(kase.accepted_at, now), overdue: false }
  if (stage === "finding_a_service") return { words: kase.answer_by ? "Services to answer" : "Answer the services", since: kase.answer_by ? `until ${slot(kase.answer_by, now)}` : "", overdue: false }
  if (!leaveAt) return { words: "Plan the leaving", since: "", overdue: false }
  if (leaveAt < now) return { words: "Leaving time has passed: record it or plan again", since: "", overdue: true }
  return { words: "Leave as planned", since: "", overdue: false }
}

function waited(since, now) {
  const passed = since && age(since, now)
  return !since || passed === "just now" ? passed ?? "" : `waiting ${passed}`
}

export const FROM = { ward: "from the ward", lounge: "from the lounge" }

/** "P1 would do, none available"; "" where it is not so. The person waits for home with support, whatever bed they have. */
export const unmetWords = ({ unmet_p1: unmet }) => (unmet ? "P1 would do, none available" : "")

/** "P1", or "P2 (needs P1)" where the person is given something else than they need. */
export function pathwayWords({ pathway_needed: needed, pathway_given: given }) {
  if (!given) return ""
  return needed && needed !== given ? `${given} (needs ${needed})` : given
}
