/** Whose people a list that is worked out shows: the choices of who looks at it, the first shown first. */

const OF_WARDS = new Set(["ward_nurse", "ward_clinician"])

/** [{code, words, query}]: ward staff read of their own wards only; others of their hub first, or of everybody. */
export function whoseOf(me, places) {
  const wards = me.ward_ids.map((id) => ({ code: id, words: places.get(id)?.name ?? "My ward", query: `?ward_id=${id}` }))
  if (OF_WARDS.has(me.role)) return wards.length ? wards : [{ code: "all", words: "My ward", query: "" }]
  const hub = me.hub_id ? [{ code: "hub", words: "My hub’s cases", query: `?hub_id=${me.hub_id}` }] : []
  return [...hub, ...wards, { code: "all", words: "Everybody", query: "" }]
}
