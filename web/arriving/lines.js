/** What is known since they left, as lines of a card, a page or a list. */
import { html } from "../html.js"
import { arrivingLines } from "./words.js"

export function ArrivingLines({ arriving, now }) {
  const lines = arrivingLines(arriving, now)
  if (!lines.length) return null
  return html`<ul class="hw-arriving">${lines.map(({ words, overdue }) => html`<li key=${words} class=${overdue ? "hw-overdue" : ""}>${words}</li>`)}</ul>`
}

/** What was to be done before they left and is not, by name. */
export const LeftWithout = ({ names }) => names.length > 0 && html`<div class="hw-notice"><p><strong>Left with this still to be done:</strong></p>
  <ul>${names.map((name) => html`<li key=${name}>${name}</li>`)}</ul></div>`
