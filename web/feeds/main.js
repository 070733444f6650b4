/** Starts the desk for the feed: by its address the queue, one message, or how one feed is read. */
import { Problem } from "../http.js"
import { may } from "../session.js"
import { start } from "../start.js"
import { openDesk } from "./desk.js"
import { openMessage } from "./message.js"
import { openSettings } from "./settings.js"

const [, , id, messageId] = location.pathname.split("/")

start(({ me }) => {
  if (!may(me, "settle_feed")) throw new Problem({ status: 403 })
  if (messageId) return openMessage(me, messageId)
  return id ? openSettings(me, id) : openDesk(me)
})
