/** One message in the queue: what happened, why it is there, and when. It names nobody. */
import { html } from "../html.js"
import { count } from "../ready.js"
import { slot } from "../time.js"
import { reasonWords } from "./words.js"

/** `chosen` is null where it cannot be chosen. */
export function Line({ message, now, chosen, onChoose }) {
  const id = `choose-${message.message_id}`
  return html`<li class="hw-queue__line">
    ${chosen !== null && html`<div class="nhsuk-checkboxes nhsuk-checkboxes--small hw-queue__choose"><div class="nhsuk-checkboxes__item">
      <input class="nhsuk-checkboxes__input" id=${id} type="checkbox" checked=${chosen} onChange=${({ target }) => onChoose(target.checked)} />
      <label class="nhsuk-label nhsuk-checkboxes__label" for=${id}><span class="nhsuk-u-visually-hidden">Choose message ${message.message_id}</span></label>
    </div></div>`}
    <div class="hw-queue__what">
      <a class="hw-queue__link" href=${`/feeds/messages/${message.message_id}`}>${message.trigger}</a>
      <span class="hw-quiet">${message.feed}, message ${message.message_id}</span>
    </div>
    <div class="hw-queue__why">
      ${message.code && html`<strong>${reasonWords(message.code)}.</strong> `}${message.erased ? "Erased with its person." : message.words}
      ${message.waits_for && html` <span class="hw-quiet">Waits for ${message.waits_for}.</span>`}
      ${message.warnings.length > 0 && html` <span class="hw-quiet">${count(message.warnings.length, "doubt")}.</span>`}
    </div>
    <div class="hw-queue__when">
      <div>Happened ${message.happened_at ? slot(message.happened_at, now) : "at a time not known"}</div>
      <div class="hw-quiet">Received ${slot(message.received_at, now)}${message.repeats ? `, and ${count(message.repeats, "time")} again` : ""}</div>
    </div>
  </li>`
}
