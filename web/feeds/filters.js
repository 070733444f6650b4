/** Which messages are shown: by state, reason and feed, each with how many there are. */
import { html } from "../html.js"
import { STATES, reasonWords } from "./words.js"

export function Filters({ desk }) {
  const [{ state, feed, code, order }, { counts }] = [desk.filters.value, desk.queue.value]
  const codes = counts.filter((each) => each.state === state && each.code).map((each) => [each.code, `${reasonWords(each.code)} (${each.messages})`])
  const known = code && !codes.some(([each]) => each === code) ? [[code, `${reasonWords(code)} (0)`]] : []
  const feeds = desk.feeds.value.map((each) => [each.feed_id, each.name])
  return html`<div class="hw-filters" role="group" aria-label="Which messages">
    <${Choice} name="state" label="State" value=${state} options=${STATES.map((each) => counted(each, counts))} onChange=${(value) => desk.choose({ state: value, code: "" })} />
    <${Choice} name="code" label="Reason" value=${code} options=${[["", "Any reason"], ...codes, ...known]} onChange=${(value) => desk.choose({ code: value })} />
    ${feeds.length > 1 && html`<${Choice} name="feed" label="Feed" value=${feed} options=${[["", "Any feed"], ...feeds]} onChange=${(value) => desk.choose({ feed: value })} />`}
    <${Choice} name="order" label="Order" value=${order} options=${[["oldest", "Oldest first"], ["newest", "Newest first"]]} onChange=${(value) => desk.choose({ order: value })} />
  </div>`
}

const Choice = ({ name, label, value, options, onChange }) => html`<div class="hw-filter">
  <label for=${`filter-${name}`}>${label}</label>
  <select class="nhsuk-select" id=${`filter-${name}`} onChange=${({ target }) => onChange(target.value)}>
    ${options.map(([code, words]) => html`<option key=${code} value=${code} selected=${code === value}>${words}</option>`)}
  </select>
</div>`

/** What waits or was refused is counted whole, the rest over the last day. */
function counted([state, words], counts) {
  const number = counts.filter((each) => each.state === state).reduce((sum, { messages }) => sum + messages, 0)
  const whole = state === "waiting" || state === "refused"
  return [state, `${words} (${number}${whole ? "" : " in 24 h"})`]
}
