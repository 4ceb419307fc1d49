package io.github.bandwidthmessaging.contract.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.Operations;
import io.github.bandwidthmessaging.contract.operation.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation of the document, with everything that the document says about it. */
@InPlaces(errors = true, operation = "")
final class OperationTest {
  private static final List<Operation> OPERATIONS = Operations.of(Document.read().json()).all();
  private static final GeneratedApi API = GeneratedApi.ofProject();

  private final OperationCheck check;

  OperationTest(Place.Rehearsal place) {
    check = new OperationCheck(API, place);
  }

  @AfterEach
  void closeConnections() {
    check.close();
  }

  static Stream<Arguments> responses() {
    return OPERATIONS.stream()
        .flatMap(
            operation ->
                operation.responses().stream()
                    .map(
                        documented ->
                            Arguments.of(operation + ": " + documented, operation, documented)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("responses")
  void clientWritesEachRequestAndReadsTheResponse(
      String name, Operation operation, Operation.DocumentedResponse documented) {
    assertThat(check.calls(operation, documented)).as(name).isEmpty();
  }

  static Stream<Operation> operations() {
    return OPERATIONS.stream();
  }

  @ParameterizedTest(name = "{0}: ")
  @MethodSource("operations")
  void clientKeepsWhatTheServiceAdds(Operation operation) {
    assertThat(check.additions(operation)).isEmpty();
  }

  static Stream<Refusal> refusals() {
    return OPERATIONS.stream().flatMap(operation -> Refusal.of(operation).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refusesWhatTheDocumentForbids(Refusal refusal) {
    assertThat(check.refusal(refusal)).isEmpty();
  }
}
