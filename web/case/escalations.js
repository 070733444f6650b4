/** What is escalated about this case and its stay. */
import { EscalationsPart } from "../escalations/part.js"
import { html } from "../html.js"
import { may } from "../session.js"

export function Escalations({ details, me, ...its }) {
  const { escalations, case: kase, known_at: knownAt } = details
  const can = may(me, "raise_escalation") && !knownAt && kase.stage !== "closed"
  if (escalations.length === 0 && !can) return null
  return html`<${EscalationsPart} rows=${escalations} path=${can && `/cases/${kase.id}`} me=${knownAt ? NOBODY : me} ...${its} />`
}

const NOBODY = { may: [] }
