/** What everybody must see at once, in words; the icon beside them tells nothing that the words do not. */
import { html } from "../html.js"

/** `flags`: codes of a card. `codes.flags` gives their words and what each is about. */
export function Flags({ flags, codes }) {
  if (!flags?.length) return null
  return html`<ul class="hw-flags" aria-label="Flags">${flags.map((flag) => html`<${Flag} key=${flag} flag=${flag} codes=${codes} />`)}</ul>`
}

function Flag({ flag, codes }) {
  const { words, category } = codes.flags.find(({ code }) => code === flag) ?? { words: flag.replaceAll("_", " ") }
  return html`<li class="hw-flag">
    ${ICONS[category] && html`<svg class="hw-flag__icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><path d=${ICONS[category]} /></svg>`}
    ${words}
  </li>`
}

/** A speech bubble, scales, an ear trumpet's waves, a triangle, a house, a cross, two people: outlines on 16 × 16. */
const ICONS = {
  agreement: "M2 3h12v8H7l-3 3v-3H2z",
  capacity: "M8 2v12M4 14h8M3 4h10M3 4l-2 5h4zM13 4l-2 5h4z",
  communication: "M3 6v4M6 4v8M9 2v12M12 5v6",
  safety: "M8 2l6.5 12h-13zM8 6.5v4M8 12v.5",
  home: "M2 8l6-6 6 6M4 7v7h8V7",
  clinical: "M6 2h4v4h4v4h-4v4H6v-4H2V6h4z",
  handling: "M5 3v2.5M11 3v2.5M2.5 14V8h5v6M8.5 14V8h5v6",
}
