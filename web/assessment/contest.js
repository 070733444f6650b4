/** Two people answered one question while both were typing: both answers, to choose from. */
import { html } from "../html.js"
import { linesOf } from "./say.js"

export function Contest({ draft, form }) {
  const contest = draft.contest.value
  if (!contest) return null
  const titleOf = (linkId) => form.places.get(linkId)?.item.text ?? "Who signs"
  const linesFor = (answers, linkId) => {
    const item = form.places.get(linkId)?.item
    const lines = item && item.type !== "group" ? linesOf(item, answers[linkId]) : [JSON.stringify(answers[linkId] ?? "")]
    return lines.join(", ") || "Nothing"
  }
  return html`<div class="hw-notice" role="alert" aria-label="Both filled in">
    <p><strong>${contest.by} filled in the same while you were typing.</strong> Choose which to keep. Nothing of either is lost until you do.</p>
    ${contest.fields.map((linkId) => html`<section class="hw-contest" key=${linkId} aria-label=${titleOf(linkId)}>
      <h3 class="nhsuk-heading-xs">${titleOf(linkId)}</h3>
      <p><q>${linesFor(contest.mine, linkId)}</q> <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => draft.choose(linkId, "mine")}>Keep mine</button></p>
      <p><q>${linesFor(contest.theirs, linkId)}</q> <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => draft.choose(linkId, "theirs")}>Use theirs</button></p>
    </section>`)}
  </div>`
}
