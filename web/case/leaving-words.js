/** A planned leaving in words. */
import { html } from "../html.js"
import { localTime, shortDate } from "../time.js"
import { Facts } from "./facts.js"

export const LeavingWords = ({ leaving }) => html`<${Facts} facts=${[
  ["When", html`<strong>${shortDate(leaving.leave_at)}, ${localTime(leaving.leave_at)}</strong>`],
  ["From", leaving.leave_from === "lounge" ? "Discharge lounge" : "The ward"],
  ["To", leaving.going_to],
  ["Received by", leaving.received_by],
]} />`
