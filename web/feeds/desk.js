/** How the feeds are, and the queue of what they sent. It is read again when a feed was heard, and after every action. */
import { effect, html, useState } from "../html.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { deskStore } from "./desk-store.js"
import { Filters } from "./filters.js"
import { Health } from "./health.js"
import { Outcome } from "./outcome.js"
import { Queue } from "./queue.js"

export async function openDesk(me) {
  const desk = deskStore()
  await desk.read()
  const live = connect(rowStore(), [{ kind: "place", scope: "*" }])
  effect(() => {
    const read = desk.feeds.peek().map(({ health }) => health.heard_at)
    if (newest(live.feeds.value.map((feed) => feed.heard_at)) > newest(read)) desk.refresh()
  })
  return { live, content: () => html`<${Desk} me=${me} desk=${desk} live=${live} />` }
}

/** The latest of these times, in milliseconds; null is never. */
const newest = (times) => Math.max(0, ...times.map((at) => Date.parse(at ?? "") || 0))

function Desk({ me, desk, live }) {
  const [outcome, tell] = useState(null)
  const now = live.minute.value
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">Feeds</h1><p class="hw-quiet">${me.system_name}</p></div>
    <${Health} feeds=${desk.feeds.value} now=${now} />
    <section aria-labelledby="messages">
      <h2 class="nhsuk-heading-s" id="messages">Messages</h2>
      <${Filters} desk=${desk} />
      <div role="status">${desk.trouble.value && html`<p class="hw-notice">Not read again: ${desk.trouble.value}</p>`}</div>
      ${outcome && html`<${Outcome} outcome=${outcome} onHide=${() => tell(null)} />`}
      <${Queue} desk=${desk} now=${now} onDone=${tell} />
    </section>`
}
