package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final Duration NOW = Duration.ZERO;

  @ParameterizedTest
  @CsvSource({"1, PT0.5S", "2, PT1S", "3, PT2S", "4, PT4S", "7, PT20S", "90, PT20S"})
  void doublesUpToMaxDelay(int attempts, Duration longest) {
    RetryPolicy policy = RetryPolicy.standard().withMaxAttempts(100);

    assertThat(policy.waitAfter(attempts, NOW, null, 1)).isEqualTo(longest);
    assertThat(policy.waitAfter(attempts, NOW, null, 0.25)).isEqualTo(longest.dividedBy(4));
    assertThat(policy.waitAfter(attempts, NOW, null, 0)).isZero();
  }

  @Test
  void endsAfterMaxAttempts() {
    assertThat(RetryPolicy.standard().waitAfter(3, NOW, null, 0)).isZero();
    assertThat(RetryPolicy.standard().waitAfter(4, NOW, null, 0)).isNull();
    assertThat(RetryPolicy.none().waitAfter(1, NOW, null, 0)).isNull();
  }

  @Test
  void waitsAsLongAsServerAsksAndThenJitters() {
    assertThat(RetryPolicy.standard().waitAfter(1, NOW, Duration.ofSeconds(30), 0.5))
        .isEqualTo(Duration.ofMillis(30_250));
  }

  @Test
  void givesUpAtOnceWhenWaitWouldEndTooLate() {
    RetryPolicy policy = RetryPolicy.standard().withMaxTime(Duration.ofSeconds(10));

    assertThat(policy.waitAfter(1, NOW, Duration.ofSeconds(10), 0)).hasSeconds(10);
    assertThat(policy.waitAfter(1, NOW, Duration.ofSeconds(11), 0)).isNull();
    assertThat(policy.waitAfter(1, NOW, Duration.ofSeconds(999_999_999), 1)).isNull();
    assertThat(policy.waitAfter(1, Duration.ofSeconds(10), null, 0.1)).isNull();
  }

  @Test
  void rejectsValuesOutOfRange() {
    RetryPolicy policy = RetryPolicy.standard();
    assertThatIllegalArgumentException().isThrownBy(() -> policy.withMaxAttempts(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy.withFirstDelay(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> policy.withMaxDelay(Duration.ofDays(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> policy.withMaxTime(Duration.ofDays(2)));
  }

  @Test
  void waitsAsConfigured() {
    RetryPolicy policy =
        RetryPolicy.standard()
            .withFirstDelay(Duration.ofSeconds(1))
            .withMaxDelay(Duration.ofSeconds(3));

    assertThat(policy.waitAfter(1, NOW, null, 1)).hasSeconds(1);
    assertThat(policy.waitAfter(2, NOW, null, 1)).hasSeconds(2);
    assertThat(policy.waitAfter(3, NOW, null, 1)).hasSeconds(3);
    assertThat(policy)
        .hasToString("RetryPolicy[maxAttempts=4, firstDelay=PT1S, maxDelay=PT3S, maxTime=PT1M]");
  }

  @Test
  void acceptsValuesAtItsBounds() {
    RetryPolicy policy = RetryPolicy.standard().withMaxAttempts(1).withFirstDelay(Duration.ZERO);

    assertThat(policy.withMaxTime(Duration.ofDays(1)).waitAfter(1, NOW, null, 1)).isNull();
  }
}
