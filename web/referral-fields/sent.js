/** A field as it is sent: only what its other answers still ask for, no empty words, null where nothing was said. */

const unless = (kept, ...names) => (kept ? {} : Object.fromEntries(names.map((name) => [name, null])))

const SENT = {
  readiness: ({ words }) => ({ words }),
  told_and_agrees: (value) => ({ ...value, ...unless(value.agrees === "does_not_agree", "why") }),
  before: (value) => ({ ...value, ...unless(value.help?.some((code) => code.startsWith("package_")), "provider", "held_until") }),
  needs: (value) => ({
    ...value,
    nursing: value.needs?.includes("nursing_task") ? value.nursing ?? [] : [],
    ...unless(value.needs?.includes("weight_bearing_limit"), "weight_bearing_until"),
  }),
  risks: (value) => ({
    ...value,
    ...unless(value.risks?.includes("swallowing"), "swallowing"),
    ...unless(value.risks?.includes("infection"), "infection"),
    ...unless(value.risks?.includes("safeguarding"), "safeguarding_stops_leaving"),
  }),
}

export const sent = (name, value) => tidy(SENT[name] ? SENT[name](value) : value)

function tidy(value) {
  if (typeof value === "string") return value.trim() || null
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value ?? null
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidy(part)]))
}
