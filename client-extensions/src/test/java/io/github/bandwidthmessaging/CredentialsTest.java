package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

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
