/**
 * The live connection: a ticket, what is watched, then rows as they change. It remembers one number, the hash by which
 * the server knows that number as one of its log, and the epoch.
 * Nothing heard for 9 s counts as lost; it comes back at once after sleep or when the network returns, else after a
 * growing, jittered wait.
 */
import { batch, computed, signal } from "./html.js"
import { Problem, post } from "./http.js"

const SILENCE = 9_000
const LONGEST_WAIT = 15_000
const NOT_ALLOWED = 4403

/**
 * Signals: `first` (the first view has come), `lost`, `now` and `minute` (the server's clock), `heardAt` (the server's time of what
 * is on screen, null before the first view), `feeds` (when each was heard last), `refusal` (words, when trying again is of no use).
 */
export function connect(store, watch) {
  const [first, heardAt, refusal, feeds] = [signal(false), signal(null), signal(""), signal([])]
  const now = signal(new Date().toISOString())
  const started = now.value
  // Most words change by the minute; what reads `now` is drawn again each second.
  const minute = computed(() => `${now.value.slice(0, 16)}:00Z`)
  const lost = computed(() => !refusal.value && Date.parse(now.value) - Date.parse(heardAt.value ?? started) > SILENCE)
  let [socket, retry, tries, epoch, position, hash] = [null, null, 0, null, null, null]
  let [lastHeard, lastTick, clockOffset, said] = [Date.now(), Date.now(), 0, ""]

  async function open() {
    drop()
    lastHeard = Date.now()
    const mine = (socket = { close() {} })
    try {
      const { ticket } = await post("/live/tickets", {})
      if (socket === mine) attach(ticket)
    } catch (problem) {
      if (socket !== mine) return
      if (problem instanceof Problem && !problem.passing && problem.status !== 401) refuse(problem.message)
      else later()
    }
  }

  function attach(ticket) {
    const ws = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/v1/live`)
    socket = ws
    ws.onopen = () => ws.send(JSON.stringify({ ticket, watch, epoch, position, hash }))
    ws.onmessage = ({ data }) => socket === ws && hear(JSON.parse(data))
    ws.onclose = ({ code }) => {
      if (socket !== ws) return
      // A session that has ended is answered when the next ticket is asked for.
      if (code === NOT_ALLOWED) refuse(said || "This page may not be followed live.")
      else later()
    }
  }

  function hear(message) {
    lastHeard = Date.now()
    if (message.type === "problem") said = message.detail
    else if (message.type !== "rows" && message.type !== "beat") return
    else if (message.epoch !== epoch && !message.snapshot) later()
    else if (message.type === "rows") take(message)
    else beat(message)
  }

  function take(message) {
    ;[epoch, position, hash, tries] = [message.epoch, message.position, message.hash, 0]
    batch(() => {
      store.apply(message.rows, message.snapshot)
      heardAt.value = serverTime()
      first.value = true
    })
  }

  function beat(told) {
    clockOffset = Date.parse(told.now) - Date.now()
    batch(() => {
      now.value = heardAt.value = told.now
      feeds.value = told.feeds ?? []
    })
  }

  function later() {
    drop()
    const longest = Math.min(LONGEST_WAIT, 500 * 2 ** tries++)
    retry = setTimeout(open, longest * (0.5 + Math.random() / 2))
  }

  function refuse(words) {
    drop()
    refusal.value = words
  }

  function drop() {
    clearTimeout(retry)
    const old = socket
    socket = null
    old?.close()
  }

  function atOnce() {
    if (refusal.value || (socket && Date.now() - lastHeard < SILENCE)) return
    tries = 0
    open()
  }

  function tick() {
    const slept = Date.now() - lastTick > 5_000
    lastTick = Date.now()
    now.value = serverTime()
    if (slept) atOnce()
    else if (socket && Date.now() - lastHeard > SILENCE) later()
  }

  const serverTime = () => new Date(Date.now() + clockOffset).toISOString()

  /** Watches something else from now on, as when the person moved to another ward. */
  function rewatch(next) {
    if (JSON.stringify(next) === JSON.stringify(watch)) return
    ;[watch, epoch, position, hash] = [next, null, null, null]
    open()
  }

  setInterval(tick, 1_000)
  addEventListener("online", atOnce)
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && atOnce())
  open()
  return { first, lost, now, minute, heardAt, feeds, refusal, rewatch, serverTime }
}
