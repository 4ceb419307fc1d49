import io.github.bandwidthmessaging.Credentials
import io.github.bandwidthmessaging.MessagingClient
import io.github.bandwidthmessaging.PhoneNumber
import io.github.bandwidthmessaging.Sender
import io.github.bandwidthmessaging.api.Message
import io.github.bandwidthmessaging.testing.FakeBandwidth

/** What may be null is nullable to Kotlin, and the rest is not: no `!!` and no `?.` where the value is always there. */
fun main() {
  FakeBandwidth.start().use { bandwidth ->
    MessagingClient.builder()
        .accountId("9900000")
        .credentials(Credentials.basic("username", "password"))
        .baseUrl(bandwidth.url())
        .build()
        .use { client ->
          val sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2")
          val request =
              sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!").withTag(null)
          val message: Message = client.send(request)

          val id: String = message.id()
          val tag: String? = message.tag()
          check(bandwidth.onlySent() == request) { bandwidth.sent() }
          check(bandwidth.accepted().single().id() == id && tag == null) { message }
        }
  }
}
