package io.github.bandwidthmessaging.check.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"v20.19.0", "v22.0.0", "v100.1.2"})
  void acceptsVersion20Point19AndLater(String version) {
    assertThatCode(() -> Node.requireVersion(version)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v20.18.3", "v18.20.4", "v9.0.0", "not Node.js"})
  void saysWhichVersionIsTooOldAndWhichIsNeeded(String version) {
    assertThatThrownBy(() -> Node.requireVersion(version))
        .isInstanceOf(SetupException.class)
        .hasMessage(
            "Node.js 20.19 or later is required, but `node --version` says \"%s\".", version);
  }

  @Test
  void saysThatNodeIsMissing() {
    assertThatThrownBy(() -> Node.require("no-such-node"))
        .isInstanceOf(SetupException.class)
        .hasMessage(
            "Node.js 20.19 or later is required, but there is no `no-such-node` on the PATH.");
  }
}
