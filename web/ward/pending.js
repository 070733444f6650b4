/** How changes stand that were made here: beside what they are about, and counted for the whole page. */
import { html } from "../html.js"
import { nameOf } from "../names.js"

const STATES = { sending: "Sending…", waiting: "Not sent yet. Trying again" }

/** Those of one kind, of one person. `entries` as the outbox has them. */
export function Pending({ entries = [], what, outbox }) {
  return entries.filter((entry) => entry.what === what).map((entry) => html`<${Standing} key=${entry.id} entry=${entry} outbox=${outbox} />`)
}

function Standing({ entry, outbox }) {
  if (entry.state === "refused") return html`<span class="hw-overdue hw-pending" role="alert">Not taken: ${entry.words} <${Hide} entry=${entry} outbox=${outbox} /></span>`
  return STATES[entry.state] ? html`<span class="hw-pending">${STATES[entry.state]}</span>` : null
}

/** "3 not sent yet" for the page, and what was not taken of people who are not among `shown` (a set of ids). */
export function Unsent({ outbox, shown }) {
  const unsent = outbox.unsent.value
  const elsewhere = [...outbox.changes.value.values()].flat().filter(({ state, spell }) => state === "refused" && !shown.has(spell.id))
  return html`<div class="hw-unsent" role="status">
    ${unsent.some(({ state }) => state === "waiting") && html`<p><strong>${unsent.length} not sent yet.</strong> ${howItGoesOn(unsent)}</p>`}
    ${elsewhere.map((entry) => html`<p class="hw-overdue" key=${entry.id}>${entry.spell.bed} ${nameOf(entry.spell.person)}, not taken: ${entry.words} <${Hide} entry=${entry} outbox=${outbox} /></p>`)}
  </div>`
}

function howItGoesOn(unsent) {
  if (!unsent.some(({ signedOut }) => signedOut)) return `Trying again; stay on this page until ${unsent.length === 1 ? "it is" : "they are"} sent.`
  return html`You were signed out. <a href="/sign-in" target="_blank" rel="noopener">Sign in again in another tab</a>, then ${unsent.length === 1 ? "it is" : "they are"} sent from here.`
}

const Hide = ({ entry, outbox }) => html`<button class="hw-link" type="button" onClick=${() => outbox.forget(entry)}>Hide</button>`
