import io.github.bandwidthmessaging.Credentials
import io.github.bandwidthmessaging.Outcome
import io.github.bandwidthmessaging.PhoneNumber
import io.github.bandwidthmessaging.api.Message

fun nullInto() = PhoneNumber.of(null)

fun tagLength(message: Message) = message.tag().length

fun nullPassword(password: String?) = Credentials.basic("username", password)

fun forgottenOutcome(outcome: Outcome) = when (outcome) { Outcome.SENT -> 1; Outcome.NOT_SENT -> 2 }
