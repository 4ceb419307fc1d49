package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  @Test
  void encodesUserAndPasswordAsBasic() throws IOException {
    assertThat(Credentials.basic("Aladdin", "open:sesame").authorization())
        .isEqualTo("Basic QWxhZGRpbjpvcGVuOnNlc2FtZQ==");
  }

  @Test
  void encodesInUtf8() throws IOException {
    // RFC 7617, section 2.1.
    assertThat(Credentials.basic("test", "123£").authorization())
        .isEqualTo("Basic dGVzdDoxMjPCow==");
  }

  @Test
  void rejectsUserWithColonAndDoesNotRepeatIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic("us:er", "secret-word"))
        .withMessage("username must not be empty or contain a colon");
  }

  @Test
  void leavesSecretsOutOfToString() {
    assertThat(Credentials.basic("user", "secret-word").toString())
        .doesNotContain("user", "secret-word", "dXNlcjpzZWNyZXQtd29yZA==");
  }

  @Test
  void rejectsUserThatBeginsWithColon() {
    assertThatIllegalArgumentException().isThrownBy(() -> Credentials.basic(":er", "secret-word"));
  }

  @ParameterizedTest
  @CsvSource({
    "clientId, ' id', secret-word",
    "clientSecret, id, 'secret-word\n'",
    "username, 'id ', secret-word",
    "username, ' ', secret-word",
    "password, id, '\tsecret-word'"
  })
  void rejectsWhiteSpaceAroundPart(String name, String id, String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              Credentials unused =
                  name.startsWith("client")
                      ? Credentials.oauth(id, secret)
                      : Credentials.basic(id, secret);
            })
        .withMessage(
            "%s begins or ends with white space, such as the line break at the end of a file",
            name);
  }

  @Test
  void acceptsWhiteSpaceWithinPart() throws IOException {
    assertThat(Credentials.basic("a b", "c d").authorization()).isEqualTo("Basic YSBiOmMgZA==");
  }

  @Test
  void rejectsEmptyClientIdOrSecret() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.oauth("", "secret-word"))
        .withMessage("clientId must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.oauth("id", ""))
        .withMessage("clientSecret must not be empty");
  }
}
