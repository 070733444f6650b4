/** What is due and known in a stay, as lines. */
import { html } from "../html.js"
import { stayLines } from "./words.js"

export const StayLines = ({ stay, codes, now }) => html`<ul class="hw-arriving">${stayLines(stay, codes, now).map(({ words, overdue }) => html`<li key=${words} class=${overdue ? "hw-overdue" : ""}>${words}</li>`)}</ul>`
