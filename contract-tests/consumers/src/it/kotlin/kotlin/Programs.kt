import io.github.bandwidthmessaging.BatchOptions
import io.github.bandwidthmessaging.MessagingClient
import io.github.bandwidthmessaging.NotSentException
import io.github.bandwidthmessaging.Outcome
import io.github.bandwidthmessaging.Pace
import io.github.bandwidthmessaging.PhoneNumber
import io.github.bandwidthmessaging.RequestOptions
import io.github.bandwidthmessaging.SendException
import io.github.bandwidthmessaging.Sender
import io.github.bandwidthmessaging.UnknownOutcomeException
import io.github.bandwidthmessaging.UnreadableResponseException
import io.github.bandwidthmessaging.api.MessageFailed
import io.github.bandwidthmessaging.api.MessageReceived
import io.github.bandwidthmessaging.callbacks.CallbackReceiver
import io.github.bandwidthmessaging.callbacks.DeliveryErrorCode
import io.github.bandwidthmessaging.callbacks.DeliveryStatus
import java.io.InputStream
import java.time.Duration

/** Texts customers, and says what became of the text. */
class Notifications(private val client: MessagingClient, private val sender: Sender) {
  fun orderShipped(order: String, customer: PhoneNumber): String =
      try {
        client.send(sender.text(customer, "Your order $order has shipped.").withTag(order)).id()
      } catch (e: SendException) {
        when (e) {
          is NotSentException -> if (e.isRetryable) "later" else "by email"
          is UnknownOutcomeException -> "look for a callback with tag ${e.request()?.tag()}"
          is UnreadableResponseException -> e.id() ?: "sent"
        }
      }
}

/** Sends a one-time password, and gives up in time because the user is waiting. */
class OneTimePassword(private val client: MessagingClient, private val sender: Sender) {
  fun send(user: PhoneNumber, code: String, limit: Duration): String {
    val outcome =
        try {
          client.send(
              sender.text(user, "$code is your code. Tell it to nobody."),
              RequestOptions.none().withTimeout(limit))
          Outcome.SENT
        } catch (e: SendException) {
          e.outcome()
        }
    return when (outcome) {
      Outcome.SENT -> "Enter the code that we texted to you."
      Outcome.UNKNOWN -> "Enter the code, or ask for a new one if none comes within a minute."
      Outcome.NOT_SENT -> "We could not text you a code. Please try again."
    }
  }
}

data class Appointment(val id: Long, val phone: String, val time: String)

/** Sends a reminder for each row of a table, and returns what became of each. */
class Reminders(private val client: MessagingClient, private val sender: Sender) {
  fun send(rows: Sequence<Appointment>): Map<Long, Outcome> =
      client
          .sendAll(
              rows.iterator(),
              { sender.text(PhoneNumber.parse(it.phone, "US"), "See you at ${it.time}.") },
              BatchOptions.defaults().withPace(Pace.segmentsPerSecond(1_000.0)))
          .use { batch -> batch.associate { it.item().id to it.outcome() } }
}

/** Follows the delivery of each message, and collects what customers write. */
class Callbacks(private val receiver: CallbackReceiver) {
  val statuses = mutableMapOf<String, DeliveryStatus>()
  val log = mutableListOf<String>()

  fun post(authorization: String?, body: InputStream): Int {
    val reply = receiver.receive(authorization, body)
    for (event in reply.events()) {
      when (event) {
        is MessageReceived -> log += "in: ${event.message().text()}"
        is MessageFailed -> log += "failed: ${DeliveryErrorCode.of(event)?.name()}"
        else -> log += "${event.type()}"
      }
      event.message()?.let { statuses.computeIfPresent(it.id()) { _, status -> status.with(event) } }
    }
    return reply.status()
  }
}
