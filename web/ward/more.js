/** What else may be done with a row, by hand. It closes when a choice is made, by Escape, and when the focus goes on. */
import { html, useRef } from "../html.js"
import { nameOf } from "../names.js"

const CHOICES = [
  { what: "story", words: "What happened…" },
  { what: "move", words: "Move to another bed or ward…" },
  { what: "wrongMove", words: "Moved by mistake…" },
  { what: "expected", words: "Expected to leave on…" },
  { what: "home", words: "Address and GP practice…" },
  { what: "leave", words: "Goes on leave…", when: (spell) => !spell.on_leave_since },
  { what: "back", words: "Back from leave…", when: (spell) => spell.on_leave_since },
  { what: "lounge", words: "Goes to the discharge lounge…", when: (spell) => !spell.lounge_since },
  { what: "onWard", words: "Back from the lounge…", when: (spell) => spell.lounge_since },
  { what: "left", words: "Left hospital…" },
  { what: "escalate", words: "Escalate a problem…" },
  { what: "mistake", words: "Admitted by mistake…" },
]

export function More({ spell, can, act }) {
  const box = useRef(null)
  const choices = CHOICES.filter(({ what, when = () => true }) => can[what] && when(spell))
  if (choices.length === 0) return null

  function close() {
    box.current.open = false
    box.current.querySelector("summary").focus()
  }

  function choose(what) {
    close() // before the dialog opens: it gives the focus back to what had it
    act[what](spell)
  }

  function onKeyDown(event) {
    event.stopPropagation() // the row's keys are not meant here
    if (event.key === "Escape" && box.current.open) close()
  }

  // Where a click focuses no button the list has the focus, and so the menu stays until the click has come.
  return html`<details class="hw-more" name="more" ref=${box} onKeyDown=${onKeyDown}
    onFocusOut=${({ relatedTarget: to }) => to && !box.current.contains(to) && (box.current.open = false)}>
    <summary data-focus=${`more ${spell.id}`}>More<span class="nhsuk-u-visually-hidden">: ${nameOf(spell.person)}</span></summary>
    <ul class="hw-more__choices" tabindex="-1">
      ${choices.map(({ what, words }) => html`<li><button type="button" onClick=${() => choose(what)}>${words}</button></li>`)}
    </ul>
  </details>`
}
