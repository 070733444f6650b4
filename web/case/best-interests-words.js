/** A best-interests decision in words. */
import { html } from "../html.js"
import { Facts } from "./facts.js"
import { recorded } from "./pathway-words.js"

export const BestInterestsWords = ({ decided }) => html`<${Facts} facts=${[
  ["About", decided.about && html`${decided.about}${!decided.settles && html` <strong class="hw-overdue">The referral names another decision now</strong>`}`],
  ["Decision", decided.decision],
  ["Decided by", decided.decided_by],
  ["Consulted", decided.consulted],
  ["Recorded", recorded(decided)],
]} />`
