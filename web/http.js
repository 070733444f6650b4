/**
 * Asking the server. Every refusal, and every failure of the network, becomes a Problem with words for the user.
 * Not signed in means the sign-in page, which leads back to the page one was on, unless the page holds what is unsent.
 */

export class Problem extends Error {
  /** `status` 0: nothing came back. `fields`: [{field, words}] that are wrong, `errors` the same with whole paths; `faults`: lines of a file. */
  constructor({ status = 0, code = "", title = "", detail = "", errors = [], fields = "", faults = [], faults_in_all = 0, retryAfter = null }) {
    super(detail || title || WORDS[status] || `The server could not do that (${status}).`)
    Object.assign(this, { status, code, errors, fields: [...errors, ...named(fields, detail)].map(wholeField), faults, faultsInAll: faults_in_all, retryAfter })
  }

  /** Whether sending the same again may work: the network or a busy server, not a rule. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** A rule that refuses one field says so at that field; of several the summary tells, and the page has named them. */
const named = (fields, words) => (fields && !fields.includes(",") ? [{ field: fields, words }] : [])

/** An error in one entry of a list ("needs.0") is shown at the list, one in a part ("person.family") at its field. */
const wholeField = ({ field, words }) => ({ field: field.replace(/\.\d+.*/, "").split(".").at(-1), words })

const WORDS = {
  0: "The server did not answer. Nothing you typed is lost. Check the connection and try again.",
  403: "You are not allowed to do this.",
  404: "This is not here, or not for you to see.",
  412: "Somebody changed this while you were typing.",
  503: "The server is busy. Nothing you typed is lost. Try again in a moment.",
}

export const get = (path) => ask("GET", path)
export const post = (path, body) => ask("POST", path, body)
/** `signal` gives up waiting: then it is as if nothing came back. */
export const put = (path, body, etag, signal) => ask("PUT", path, body, etag, signal)
export const del = (path, etag) => ask("DELETE", path, undefined, etag)

let isHeld = () => false
/** While this is true nobody is led away to sign in: what is on the page and not yet sent would be lost. */
export const holdPage = (held) => void (isHeld = held)

async function ask(method, path, body, etag, signal) {
  const headers = { Accept: "application/json" }
  if (body !== undefined) headers["Content-Type"] = "application/json"
  if (etag) headers["If-Match"] = etag
  const answer = await fetch(`/api/v1${path}`, { method, headers, body: JSON.stringify(body), cache: "no-store", signal }).catch(() => null)
  if (!answer) throw new Problem({ status: 0 })
  if (answer.status === 401 && !isHeld()) location.assign(`/sign-in?to=${encodeURIComponent(location.pathname)}`)
  const said = await answer.json().catch(() => ({}))
  if (answer.ok) return said
  throw new Problem({ ...said, status: answer.status, retryAfter: answer.headers.get("Retry-After") })
}
