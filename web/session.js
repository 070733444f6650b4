/** Who is signed in and the lists of words, fetched once for the page. */
import { get } from "./http.js"

/** {me, codes}. `codes[list]` is [{code, words, …}]. */
export async function session() {
  const [me, codes] = await Promise.all([get("/me"), get("/codes")])
  return { me, codes }
}

export const may = (me, what) => me.may.includes(what)

/** The words of a code: wordsOf(codes.needs, "meals"). A code the list no longer has is shown as it is. */
export const wordsOf = (list, code) => list.find((entry) => entry.code === code)?.words ?? code
