import io.github.bandwidthmessaging.MessagingClient
import io.github.bandwidthmessaging.Outcome
import io.github.bandwidthmessaging.PhoneNumber
import io.github.bandwidthmessaging.RequestOptions
import io.github.bandwidthmessaging.SendResult
import io.github.bandwidthmessaging.Sender
import io.github.bandwidthmessaging.api.MessageEvent
import io.github.bandwidthmessaging.callbacks.CallbackReceiver
import io.github.bandwidthmessaging.callbacks.DeliveryStatus
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.State
import io.github.bandwidthmessaging.testing.FakeBandwidth
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault
import java.time.Duration
import java.util.Base64

private val FIRST = PhoneNumber.of("+12345678902")
private val SECOND = PhoneNumber.of("+12345678903")

/** Tests the programs as their users would. */
fun main() {
  test(::nullability)
  test(::notifications)
  test(::oneTimePassword)
  test(::reminders)
  test(::callbacks)
}

private fun test(body: (FakeBandwidth, MessagingClient, Sender) -> Unit) {
  FakeBandwidth.start().use { bandwidth ->
    bandwidth.clientBuilder().build().use { body(bandwidth, it, it.sender("+12345678901")) }
  }
}

/** What may be null is nullable in Kotlin, and the rest is not: no `!!` and no `?.` where the value is always there. */
private fun nullability(bandwidth: FakeBandwidth, client: MessagingClient, sender: Sender) {
  val request = sender.text(FIRST, "Hey, check this out!").withTag(null)

  val sent: SendResult = client.send(request, RequestOptions.none())
  val id: String = sent.id()
  val tag: String? = sent.message().tag()

  equal(bandwidth.onlySent(), request)
  equal(bandwidth.accepted().single().id(), id)
  equal(tag, null)
}

private fun notifications(bandwidth: FakeBandwidth, client: MessagingClient, sender: Sender) {
  val notifications = Notifications(client, sender)

  equal(notifications.orderShipped("A-1", FIRST), bandwidth.accepted().single().id())
  equal(bandwidth.onlySent().recipients(), listOf(FIRST.value()))
  bandwidth.failNext(Fault.FORBIDDEN)
  equal(notifications.orderShipped("A-2", FIRST), "by email")
  bandwidth.failNext(Fault.QUEUE_FULL, Fault.QUEUE_FULL, Fault.QUEUE_FULL, Fault.QUEUE_FULL)
  equal(notifications.orderShipped("A-3", FIRST), "later")
  bandwidth.failNext(Fault.HANG_UP)
  equal(notifications.orderShipped("A-4", FIRST), "look for a callback with tag A-4")
  bandwidth.failNext(Fault.UNREADABLE_RESPONSE)
  equal(notifications.orderShipped("A-5", FIRST), "sent")
}

private fun oneTimePassword(bandwidth: FakeBandwidth, client: MessagingClient, sender: Sender) {
  val password = OneTimePassword(client, sender)

  equal(
      password.send(FIRST, "1234", Duration.ofSeconds(30)), "Enter the code that we texted to you.")
  bandwidth.failNext(Fault.BAD_REQUEST)
  equal(
      password.send(FIRST, "1234", Duration.ofSeconds(30)),
      "We could not text you a code. Please try again.")
  bandwidth.delayNext(Duration.ofMinutes(1))
  equal(
      password.send(FIRST, "1234", Duration.ofSeconds(1)),
      "Enter the code, or ask for a new one if none comes within a minute.")
}

private fun reminders(bandwidth: FakeBandwidth, client: MessagingClient, sender: Sender) {
  val rows =
      sequenceOf(
          Appointment(1, "(919) 555-1201", "9:00"),
          Appointment(2, "ask her", "9:30"),
          Appointment(3, "919.555.1203", "10:00"))

  equal(
      Reminders(client, sender).send(rows),
      mapOf(1L to Outcome.SENT, 2L to Outcome.NOT_SENT, 3L to Outcome.SENT))
  equal(
      bandwidth.sent().map { it.text() }.toSet(), setOf("See you at 9:00.", "See you at 10:00."))
}

private fun callbacks(bandwidth: FakeBandwidth, client: MessagingClient, sender: Sender) {
  val message = client.send(sender.groupText(listOf(FIRST, SECOND), "Dinner at 8?")).message()
  val callbacks = Callbacks(CallbackReceiver.of("callbacks", "password"))
  callbacks.statuses[message.id()] = DeliveryStatus.of(message)

  equal(callbacks.post(null, "[]".byteInputStream()), 401)
  for (event in
      listOf<MessageEvent>(
          FakeBandwidth.delivered(message, FIRST),
          FakeBandwidth.sent(message, FIRST),
          FakeBandwidth.failed(message, SECOND, 4432),
          FakeBandwidth.received(FIRST, PhoneNumber.of("+12345678901"), "Yes"))) {
    val authorization =
        "Basic " + Base64.getEncoder().encodeToString("callbacks:password".toByteArray())
    equal(callbacks.post(authorization, FakeBandwidth.json(event).byteInputStream()), 200)
  }

  val status = callbacks.statuses.getValue(message.id())
  equal(
      status.recipients().mapValues { it.value.state() },
      mapOf(FIRST.value() to State.DELIVERED, SECOND.value() to State.FAILED))
  equal(
      callbacks.log,
      listOf(
          "message-delivered", "message-sent", "failed: rejected-forbidden-country", "in: Yes"))
}

private fun equal(actual: Any?, expected: Any?) =
    check(actual == expected) { "expected: $expected, but was: $actual" }
