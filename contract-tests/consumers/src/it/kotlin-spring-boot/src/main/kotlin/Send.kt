import io.github.bandwidthmessaging.PhoneNumber
import io.github.bandwidthmessaging.testing.FakeBandwidth

fun main() {
  FakeBandwidth.start().use { bandwidth ->
    bandwidth.clientBuilder().build().use { client ->
      val sent =
          client.send(
              client
                  .sender("+12345678901")
                  .text(PhoneNumber.of("+12345678902"), "Hey, check this out!"))
      check(sent.message() == bandwidth.accepted().single())
    }
  }
  println("Sent with Kotlin ${KotlinVersion.CURRENT}")
}
