/** One message: as it came beside what was understood, what was decided about it, and what can be done. */
import { html, signal, useState } from "../html.js"
import { get } from "../http.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { slot } from "../time.js"
import { Outcome } from "./outcome.js"
import { Raw } from "./raw.js"
import { Settle } from "./settle.js"
import { Understood } from "./understood.js"
import { reasonWords, stateTag, stateWords } from "./words.js"

export async function openMessage(me, messageId) {
  const [page, next] = [signal(null), signal(null)]

  async function refresh() {
    const [told, waiting] = await Promise.all([get(`/feed-messages/${messageId}`), get("/feed-messages?state=waiting")])
    page.value = told
    next.value = waiting.messages.find(({ message_id: id }) => String(id) !== messageId)?.message_id ?? null
  }

  await refresh()
  const store = rowStore()
  const live = connect(store, [{ kind: "place", scope: "*" }])
  return { live, content: () => html`<${Message} me=${me} page=${page.value} next=${next.value} places=${store.places.value} live=${live} refresh=${refresh} />` }
}

function Message({ me, page, next, places, live, refresh }) {
  const [outcome, tell] = useState(null)
  const [{ message, lines, understood, decided }, now] = [page, live.minute.value]
  const told = async (outcome) => (await refresh().catch(() => {}), tell(outcome))
  const refused = ({ message: words }) => told({ words, results: [], refused: true })
  return html`<article class="hw-message">
    <div class="hw-message__top">
      <p><a href="/feeds">All messages</a>${next && html` <a class="hw-message__next" href=${`/feeds/messages/${next}`}>Next that waits</a>`}</p>
      <h1 class="nhsuk-heading-l">${message.trigger}</h1>
      <p class="hw-person__state">
        <strong class=${stateTag(message.state)}>${stateWords(message.state)}</strong>
        <span>${message.feed}, message ${message.message_id}</span>
        <span>Received ${slot(message.received_at, now)}</span>
      </p>
      ${message.code && html`<p><strong>${reasonWords(message.code)}.</strong> ${message.erased ? "" : message.words}${message.waits_for ? ` Waits for ${message.waits_for}.` : ""}</p>`}
      ${decided && html`<p class="hw-decided"><strong>Decided by ${decided.by}, ${slot(decided.at, now)}:</strong> ${decided.words}</p>`}
      ${outcome && html`<${Outcome} outcome=${outcome} onHide=${() => tell(null)}>${next && html`<a href=${`/feeds/messages/${next}`}>Next that waits</a> `}<//>`}
    </div>
    <${Settle} me=${me} page=${page} places=${places} onDone=${told} refused=${refused} />
    ${message.erased ? html`<p class="hw-empty hw-message__erased">This message was erased with the person it was about. That it came is all that is kept.</p>` : html`
      <${Raw} lines=${lines} />
      <${Understood} parts=${understood} warnings=${message.warnings} />`}
  </article>`
}
