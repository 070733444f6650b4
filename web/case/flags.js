/** What everybody who meets the person must know, as words: how to speak with them, capacity, risks. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"

export function flagsOf(form, codes) {
  if (!form) return []
  const { told_and_agrees: told, capacity, risks } = form
  return [
    told?.language && `Interpreter: ${told.language}`,
    ...(told?.accessible ?? []).map((code) => wordsOf(codes.accessible, code)),
    told && told.agrees !== "agrees" && wordsOf(codes.agrees, told.agrees),
    capacity && capacity.state !== "no_doubt" && wordsOf(codes.capacity, capacity.state),
    ...(risks?.risks ?? []).map((code) => wordsOf(codes.risks, code)),
  ].filter(Boolean)
}

export function Flags({ form, codes }) {
  const flags = flagsOf(form, codes)
  return flags.length > 0 && html`<p class="hw-flags"><strong>Know:</strong> ${flags.join(" · ")}</p>`
}
