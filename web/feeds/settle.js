/** What can be done about a message, by why it waits and by who looks at it. */
import { Move } from "../case/move.js"
import { html, useState } from "../html.js"
import { Decision, Ignore } from "./decision.js"
import { WardForm } from "./ward-form.js"
import { WhoForm } from "./who-form.js"

const TITLES = {
  map_ward: ({ ward }) => `Say which ward “${ward}” is`,
  is_person: () => "Say whom it is about",
  new_person: () => "It is about somebody not known here",
  opens_stay: () => "Take it as the person's admission",
  give_stay: () => "Give the stay to the other record",
  as_sent: () => "Take back what was decided",
  place_again: () => "Place it again",
  ignore: () => "Ignore it",
}

const EXPLAINED = {
  new_person: "A new record is made with the name in this message. The numbers stay with those who have them.",
  opens_stay: "The person is in hospital and their admission was never told. They come on the ward list where this message says they are, since when it says they were admitted.",
  give_stay: "The stay, and its case if it has one, goes to the person in this message.",
  as_sent: "The message is placed by what it says, as if nothing had been decided.",
  place_again: "Reads it once more, as its feed is read today, and tries to place it. Use it when something was put right meanwhile, such as a ward added or the feed's settings.",
}

export function Settle({ me, page, places, onDone, refused }) {
  const [chosen, setOpen] = useState(page.can[0] ?? "")
  // What was open may not be possible any more, once something was decided.
  const open = !chosen || page.can.includes(chosen) ? chosen : page.can[0]
  const its = { page, onDone, refused, places }
  if (!page.can.length) return null
  const asksManager = page.ward && !page.can.includes("map_ward") && page.message.code === "unknown-ward"
  return html`<section class="hw-moves hw-message__settle" aria-labelledby="settle">
    <h2 class="nhsuk-heading-s" id="settle">What can be done</h2>
    ${asksManager && html`<p>A manager can say which ward “${page.ward}” is.</p>`}
    ${page.can.map((name) => html`<${Move} key=${name} name=${`settle-${name}`} title=${TITLES[name](page)} open=${open === name} possible=${true}
      onToggle=${(isOpen) => setOpen((before) => (isOpen ? name : before === name ? "" : before))}>
      ${EXPLAINED[name] && html`<p>${EXPLAINED[name]}</p>`}
      <${formOf(name)} ...${its} name=${name} action=${TITLES[name](page)} />
    <//>`)}
  </section>`
}

function formOf(name) {
  return { map_ward: WardForm, is_person: WhoForm, ignore: Ignore }[name] ?? Decision
}
