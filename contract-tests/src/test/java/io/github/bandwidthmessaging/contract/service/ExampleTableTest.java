package io.github.bandwidthmessaging.contract.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.report.ContractResults;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.Operations;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The documented examples against the document, the mock and the client, as a table. */
@ExtendWith(PrismExtension.class)
final class ExampleTableTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MESSAGES = "createMessage";

  private final Document document = Document.read();
  private final Prism prism;

  ExampleTableTest(Prism prism) {
    this.prism = prism;
  }

  @Test
  void everyExampleIsTheSameEverywhere() throws JsonProcessingException {
    List<Row> rows = new ArrayList<>();
    for (DocumentedMessage example : DocumentedMessage.values()) {
      Object request = json(example.documented().requestJson());
      Object receipt = json(example.documented().responseJson());
      HttpResponse<String> mocked =
          prism.send(
              example
                  .documented()
                  .printedAsHttp()
                  .withHeader("Prefer", "example=" + example.documented().key()));
      Wire wire = new Wire();
      Message message = send(example, wire);
      Object written = json(wire.last().body());
      Object read = json(RetrofitClient.moshi().adapter(Message.class).toJson(message));
      List<String> cells =
          List.of(
              same(request, inDocument(example, "requestBody")),
              same(receipt, inDocument(example, "responses", "202")),
              mocked.statusCode() + ", " + same(receipt, json(mocked.body())),
              same(request, written),
              same(receipt, read));
      boolean ok = cells.equals(List.of("same", "same", "202, same", "same", "same"));
      rows.add(
          new Row(
              MESSAGES + ": " + example.kind(),
              cells,
              ok,
              ok ? "" : "differs from the documentation page"));
    }
    rows.addAll(ofOtherOperations());
    long same = rows.stream().filter(Row::ok).count();
    ContractResults.write(
        "examples",
        "Documented examples",
        same + " of " + rows.size() + " the same in document, mock and client",
        List.of("document, request", "document, receipt", "mock", "client writes", "client reads"),
        rows);

    assertThat(rows).allMatch(Row::ok);
  }

  /** The examples of messages are on the page; those of other operations only in the document. */
  private List<Row> ofOtherOperations() {
    List<Row> rows = new ArrayList<>();
    try (OperationCheck check =
        new OperationCheck(GeneratedApi.ofProject(), new Place.Mock(prism))) {
      for (Operation operation : Operations.of(document.json()).all()) {
        for (Operation.DocumentedResponse documented : operation.responses()) {
          if (!operation.id().equals(MESSAGES) && documented.isSuccess()) {
            List<String> problems = check.calls(operation, documented);
            String same = problems.isEmpty() ? "same" : "other";
            rows.add(
                new Row(
                    operation.id() + ": " + documented,
                    List.of("-", "-", same, same, same),
                    problems.isEmpty(),
                    problems.isEmpty() ? "" : problems.get(0)));
          }
        }
      }
    }
    return rows;
  }

  private Message send(DocumentedMessage example, Wire wire) {
    OkHttpClient httpClient = new OkHttpClient.Builder().addNetworkInterceptor(wire).build();
    try {
      wire.prefer("example=" + example.documented().key());
      return MessagingClient.builder()
          .accountId(DocumentedMessage.ACCOUNT_ID)
          .credentials(Credentials.basic("username", "password"))
          .baseUrl(prism.url().toString())
          .httpClient(httpClient)
          .build()
          .send(example.request())
          .message();
    } finally {
      httpClient.connectionPool().evictAll();
    }
  }

  private Object inDocument(DocumentedMessage example, Object... where) {
    List<Object> path = new ArrayList<>(List.of("paths", "/users/{accountId}/messages", "post"));
    path.addAll(List.of(where));
    path.addAll(List.of("content", "application/json", "examples", example.documented().key()));
    String reference = String.valueOf(document.at(path.toArray()).get("$ref"));
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    return document.at("components", "examples", name, "value");
  }

  private static String same(Object documented, Object found) {
    return Objects.equals(documented, found) ? "same" : "other";
  }

  private static Map<?, ?> json(String text) throws JsonProcessingException {
    return JSON.readValue(text, Map.class);
  }
}
