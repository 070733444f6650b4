/** Who left this ward in the last days: a leaving that failed, or never was, is taken back from here, and says why. */
import { html, useEffect, useState } from "../html.js"
import { Problem, get } from "../http.js"
import { wordsOf } from "../session.js"
import { slot } from "../time.js"

/** `here`: the ids of the stays that go on. Read when it is opened, and each minute from then on. */
export function LeftLately({ wardId, here, codes, now, can, act }) {
  const [open, setOpen] = useState(false)
  const [{ people, words }, setRead] = useState({ words: "Reading…" })
  useEffect(() => void (open && read(wardId).then(setRead)), [open, now, here.size])
  const left = people?.filter(({ id }) => !here.has(id))
  return html`<details class="nhsuk-details hw-expected hw-left-lately" onToggle=${({ target }) => setOpen(target.open)}>
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Left in the last 3 days</span></summary>
    ${words && html`<p class="hw-quiet" role="status">${words}</p>`}
    ${left?.length === 0 && html`<p class="hw-quiet">Nobody left this ward in the last 3 days.</p>`}
    ${left?.length > 0 && html`<ul>${left.map((each) => html`<${One} key=${each.id} left=${each} codes=${codes} now=${now} can=${can} act=${act} />`)}</ul>`}
  </details>`
}

function One({ left, codes, now, can, act }) {
  const whose = html`<span class="nhsuk-u-visually-hidden">: ${left.person.name}</span>`
  return html`<li>
    <span class="hw-bed">${left.bed}</span> <strong>${left.person.name}</strong>
    <span>${wordsOf(codes.ways_out, left.how)}</span> <span class="hw-quiet">${slot(left.left_at, now)}</span>
    <button class="hw-link" type="button" data-focus=${`story ${left.id}`} onClick=${() => act.story(left)}>What happened…${whose}</button>
    ${can.takeBack && html`<button class="hw-link" type="button" data-focus=${`did not leave ${left.id}`} onClick=${() => act.takeBack(left)}>Take back…${whose}</button>`}
  </li>`
}

/** As stays, so that the dialogs know them. */
async function read(wardId) {
  try {
    const { people } = await get(`/wards/${wardId}/left`)
    return { people: people.map(({ spell_id: id, name, ...each }) => ({ ...each, id, person: { name: name || "Name not known" } })) }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return { words: problem.message }
  }
}
