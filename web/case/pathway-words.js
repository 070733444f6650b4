/** A pathway as it was decided, in words. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { longDate } from "../time.js"
import { Facts } from "./facts.js"

export function PathwayWords({ pathway, codes }) {
  const named = (code) => `${code} ${wordsOf(codes.pathways, code)}`
  return html`<${Facts} facts=${[
    ["Given", named(pathway.given)],
    ["Needed", named(pathway.needed)],
    ["Why not home", pathway.why_not_home && wordsOf(codes.why_not_home, pathway.why_not_home)],
    ["In words", pathway.words],
    ["Home possible if", pathway.home_possible_if],
    ["Review on", pathway.review_on && longDate(pathway.review_on)],
  ]} />`
}
