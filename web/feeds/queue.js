/** One page of the queue: each message with why it is there; several can be chosen and placed again. */
import { html, useState } from "../html.js"
import { Problem, put } from "../http.js"
import { newId } from "../ids.js"
import { count } from "../ready.js"
import { Line } from "./line.js"
import { reasonWords } from "./words.js"

const MAY_BE_PLACED = new Set(["waiting", "refused", "recorded"])

export function Queue({ desk, now, onDone }) {
  const [chosen, setChosen] = useState(new Set())
  const [busy, setBusy] = useState(false)
  const { messages, next } = desk.queue.value
  const filters = desk.filters.value
  const mayBePlaced = MAY_BE_PLACED.has(filters.state)
  const here = messages.map(({ message_id: id }) => id).filter((id) => chosen.has(id))
  const toggle = (ids, on) => setChosen((before) => new Set([...before, ...ids].filter((id) => on || !ids.includes(id))))

  async function placeAgain(body) {
    if (busy) return
    setBusy(true)
    try {
      onDone(await put(`/feed-messages/replays/${newId()}`, body))
      setChosen(new Set())
      await desk.refresh()
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      onDone({ words: problem.message, results: [], refused: true })
    } finally {
      setBusy(false)
    }
  }

  if (!messages.length) return html`<${Nothing} filters=${filters} onAll=${() => desk.choose({ code: "", feed: "" })} />`
  const all = here.length === messages.length
  return html`
    ${mayBePlaced && html`<div class="hw-chosen">
      <div class="nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item">
        <input class="nhsuk-checkboxes__input" id="choose-all" type="checkbox" checked=${all} onChange=${() => toggle(messages.map(({ message_id: id }) => id), !all)} />
        <label class="nhsuk-label nhsuk-checkboxes__label" for="choose-all">All on this page</label>
      </div></div>
      <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-disabled=${busy || !here.length} onClick=${() => here.length && placeAgain({ message_ids: here })}>
        ${here.length ? `Place ${count(here.length, "message")} again` : "Place chosen again"}
      </button>
      ${filters.feed && filters.code && filters.state !== "recorded" && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-disabled=${busy} onClick=${() => placeAgain({ feed_id: filters.feed, code: filters.code })}>
        Place all again: ${reasonWords(filters.code)}
      </button>`}
    </div>`}
    <ul class="hw-queue">${messages.map((message) => html`<${Line} key=${message.message_id} message=${message} now=${now} chosen=${mayBePlaced ? chosen.has(message.message_id) : null} onChoose=${(on) => toggle([message.message_id], on)} />`)}</ul>
    ${(next || filters.pages.length > 0) && html`<nav class="hw-pages" aria-label="Pages of messages">
      ${filters.pages.length > 0 && html`<button class="hw-link" type="button" onClick=${desk.back}>Page before</button>`}
      ${next && html`<button class="hw-link" type="button" onClick=${desk.forward}>Next page</button>`}
    </nav>`}`
}

const EMPTY = {
  waiting: "Nothing waits. Every message that was understood is placed, or changes nothing here.",
  refused: "Nothing was refused.",
  recorded: "Nothing was kept only.",
  ignored: "Nothing is ignored.",
  applied: "Nothing was placed yet.",
}

const Nothing = ({ filters, onAll }) => html`<p class="hw-empty">
  ${filters.code || filters.feed ? "Nothing here by this reason and feed. " : EMPTY[filters.state]}
  ${(filters.code || filters.feed) && html`<button class="hw-link" type="button" onClick=${onAll}>Show any reason and feed</button>`}
</p>`
