/** The hub that a person's home leads to, chosen for whoever tells or refers; they may choose another. */
import { Problem, get } from "../http.js"
import { councilWords, whomToTell } from "./words.js"

/** The routing of who is in this stay; null where it could not be asked. */
export async function readRouting(spellId) {
  try {
    return (await get(`/spells/${spellId}/home`)).routing
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return null
  }
}

/**
 * {hub, words}: the id of the hub to begin with, "" where somebody must choose, and why, in words.
 * `hubs`: [{code, words}] of this system; `otherwise`: the id to begin with where the home leads nowhere.
 */
export function hubOfHome(routing, hubs, otherwise) {
  const only = hubs.length === 1 ? hubs[0].code : ""
  if (!routing) return { hub: only || otherwise, words: "" }
  if (routing.out_of_area) return { hub: "", words: `Out of area: their home belongs to none of the hubs here, so none is chosen. ${whomToTell(routing)}` }
  if (!routing.hub_id) return { hub: only || otherwise, words: whomToTell(routing) || (only ? "" : "Their home does not say which hub.") }
  const found = hubs.find(({ code }) => code === routing.hub_id)
  if (!found) return { hub: "", words: "Their home belongs to a hub that is not among these, so none is chosen." }
  return { hub: found.code, words: only ? whomToTell(routing) : `${found.words} by their home: ${councilWords(routing) || routing.practice?.name || "their ICB"}. ${whomToTell(routing)}`.trim() }
}
