/** The wards to choose from, each with its site where there are several. */
export const NONE = "none"

/** [{code, words}] by name, and first that it is none of ours. */
export function wardOptions(places) {
  const all = [...places.values()]
  const sites = all.filter(({ place }) => place === "site").length
  const wards = all.filter(({ place }) => place === "ward").map((ward) => ({
    code: ward.id,
    words: sites > 1 ? `${ward.name}, ${places.get(ward.parent_id)?.name ?? "no site"}` : ward.name,
  }))
  wards.sort((a, b) => a.words.localeCompare(b.words, "en-GB", { numeric: true }))
  return [{ code: NONE, words: "None of our wards" }, ...wards]
}
