/** Says how old the screen is when the connection is lost, and why when trying again is of no use. */
import { html } from "./html.js"
import { age, localTime, secondsSince } from "./time.js"

export function Connection({ live }) {
  return html`<div class="hw-connection" role="status">
    ${words(live)}
    ${live.lost.value && live.heardAt.value && html`<${Age} live=${live} />`}
  </div>`
}

/** Counts on screen without being read out each second. */
const Age = ({ live }) => html`<p class="hw-connection__age" role="timer" aria-live="off">${oldness(live.heardAt.value, live.now.value)} old</p>`

const oldness = (since, now) => (secondsSince(since, now) < 60 ? `${secondsSince(since, now)} s` : age(since, now))

function words({ lost, heardAt, refusal }) {
  if (refusal.value) return html`<p><strong>Not live.</strong> ${refusal.value}</p>`
  if (!lost.value) return null
  if (!heardAt.value) return html`<p><strong>No connection.</strong> Trying to reach the server.</p>`
  return html`<p><strong>Connection lost.</strong> You see it as it was at ${localTime(heardAt.value)}. Trying again; you need not reload.</p>`
}
