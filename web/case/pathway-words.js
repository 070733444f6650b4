/** A pathway as it was decided, in words; and every decision before it. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { localTime, longDate, shortDate } from "../time.js"
import { Facts } from "./facts.js"

export function PathwayWords({ pathway, codes }) {
  const named = (code) => `${code} ${wordsOf(codes.pathways, code)}`
  return html`<${Facts} facts=${[
    ["Given", named(pathway.given)],
    ["Needed", named(pathway.needed)],
    ["Goes back to", pathway.restart && wordsOf(codes.restarts, pathway.restart)],
    ["Why not home", pathway.why_not_home_words],
    ["Limit ends", pathway.limit_until && longDate(pathway.limit_until)],
    ["In words", pathway.words],
    ["Considered", pathway.alternatives.map((code) => wordsOf(codes.alternatives, code)).join("; ")],
    ["Home possible if", pathway.home_possible_if],
    ["Decided by", pathway.decided_by],
    ["Senior yes", pathway.senior_yes],
    ["Review on", pathway.review_on && longDate(pathway.review_on)],
    ["Recorded", `${recorded(pathway)}, ${pathway.role ? wordsOf(codes.roles, pathway.role).toLowerCase() : ""}`.replace(/, $/, "")],
  ]} />`
}

/** Closed at first: what stands now is what most people look for. */
export function EarlierPathways({ earlier, codes }) {
  if (!earlier.length) return null
  return html`<details class="nhsuk-details hw-earlier hw-tells">
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Earlier decisions (${earlier.length})</span></summary>
    <ol class="hw-earlier__list" reversed>${earlier.map((pathway) => html`<li key=${pathway.at}><${PathwayWords} pathway=${pathway} codes=${codes} /></li>`)}</ol>
  </details>`
}

export const recorded = ({ at, by }) => `${shortDate(at)}, ${localTime(at)} by ${by}`
