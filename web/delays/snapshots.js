/** The weekly snapshots in which one person was: as each was taken, and what is known of its instant by now. */
import { html } from "../html.js"
import { slot } from "../time.js"
import { Reason, reasonWords } from "./words.js"

export const Snapshots = ({ snapshots, codes, now, places, id, heading }) => html`<section class="hw-part" aria-labelledby=${`${id}snapshots`}>
  <${heading} class="nhsuk-heading-s" id=${`${id}snapshots`}>Weekly snapshots<//>
  ${snapshots.length === 0 && html`<p class="hw-quiet">None yet: this person was ready and in the bed at none.</p>`}
  <ul class="hw-nights">${[...snapshots].reverse().map((taken) => html`<li key=${taken.taken_at}>
    <p><strong>${slot(taken.taken_at, now)}</strong> · <${Reason} codes=${codes} reason=${taken.reason} />
      ${taken.told_late && html` <strong class="nhsuk-tag nhsuk-tag--orange">Told late</strong>`}</p>
    ${taken.owners.length > 0 && html`<p class="hw-quiet">Put down to ${taken.owners.map((owner) => places.get(owner)?.name ?? "Another organisation").join(", ")}</p>`}
    ${taken.told_late && html`<p class="hw-quiet">Nobody knew then that the person was ready, so no figure that was reported counts it.</p>`}
    ${!taken.still_so && html`<p class="hw-quiet">By what is known now they were not ready and in the bed then.</p>`}
    ${taken.still_so && taken.now_known !== taken.reason && html`<p class="hw-quiet">By what is known now: ${reasonWords(codes, taken.now_known)}</p>`}
  </li>`)}</ul></section>`
