/** Which medicines were changed, as it was told last. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { recorded } from "./pathway-words.js"

export const MedicinesWords = ({ medicines, codes }) => html`
  ${!medicines.of_this_stay && html`<p class="hw-notice">This was told of an earlier stay in hospital. Nobody has told it of this one.</p>`}
  ${medicines.changes.length === 0 && html`<p>None was started, changed or stopped.</p>`}
  <ul class="hw-answer">${medicines.changes.map(({ how, medicine, why }) => html`<li><strong>${wordsOf(codes.medicine_changes, how)}:</strong> ${medicine} <span class="hw-quiet">Why: ${why}</span></li>`)}</ul>
  <p class="hw-quiet">${recorded(medicines)}</p>`
