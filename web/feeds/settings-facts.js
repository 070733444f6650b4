/** The settings of a feed in words: for who may not change them, and beside one's own when somebody else did. */
import { Facts } from "../case/facts.js"
import { html } from "../html.js"
import { CAME_FROM, CLASSES, TRUSTED } from "./words.js"

export function SettingsFacts({ feed, places }) {
  const { settings: its } = feed
  const nameOf = (id) => places.get(id)?.name ?? "a place that is gone"
  const wordsIn = (list, code) => list.find((each) => each.code === code)?.words ?? code
  return html`<${Facts} facts=${[
    ["Name", feed.name],
    ["Tells of", its.site_id ? nameOf(its.site_id) : "Any site"],
    ["Clock", its.time_zone],
    ["Wards", pairs(its.wards, (ward) => (ward ? nameOf(ward) : "none of ours")) || "By their codes"],
    ["Kinds of patient", pairs(its.classes, (code) => wordsIn(CLASSES, code)) || "As usual"],
    ["Proposes to tell the hub early", pairs(its.admit_sources, (code) => wordsIn(CAME_FROM, code)) || "By no code"],
    ["May change", its.trusted.map((code) => wordsIn(TRUSTED, code)).join("; ") || "Nothing"],
    ["Silent after", `${its.silent_after_minutes} minutes`],
    ["Waits too long after", `${its.waiting_after_minutes} minutes`],
  ]} />`
}

const pairs = (map, words) => Object.entries(map).map(([said, meant]) => `${said}: ${words(meant)}`).join("; ")
