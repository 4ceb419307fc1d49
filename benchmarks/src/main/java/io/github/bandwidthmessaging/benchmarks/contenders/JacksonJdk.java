package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;

/** Jackson's databind, and the JDK's HTTP client. */
public final class JacksonJdk implements Contender {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();
  private final ObjectReader reader = mapper.readerFor(Receipt.class);
  private final ObjectWriter writer = mapper.writerFor(MessageToSend.class);

  @Override
  public Callable<?> reading(String receipt) {
    byte[] bytes = receipt.getBytes(UTF_8);
    return () -> reader.readValue(bytes);
  }

  @Override
  public Callable<?> writing(String request) throws IOException {
    MessageToSend message = mapper.readValue(request, MessageToSend.class);
    return () -> writer.writeValueAsBytes(message);
  }

  @Override
  public Callable<?> sending(String baseUrl) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    MessageToSend message = message();
    return () ->
        reader.readValue(
            client.send(request(baseUrl, message), HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  @Override
  public void sendMany(String baseUrl, int count, int inFlight) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    MessageToSend message = message();
    Contender.inParallel(
        count,
        inFlight,
        () ->
            client
                .sendAsync(request(baseUrl, message), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(this::receipt));
  }

  private static MessageToSend message() {
    MessageToSend message = new MessageToSend();
    message.from = FROM;
    message.to = List.of(TO);
    message.text = TEXT;
    message.applicationId = APPLICATION;
    message.tag = TAG;
    return message;
  }

  private HttpRequest request(String baseUrl, MessageToSend message) {
    try {
      return HttpRequest.newBuilder(URI.create(baseUrl + "/users/" + ACCOUNT + "/messages"))
          .header(
              "Authorization",
              "Basic "
                  + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8)))
          .header("Accept", "application/json")
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofByteArray(writer.writeValueAsBytes(message)))
          .build();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Receipt receipt(HttpResponse<byte[]> response) {
    try {
      return reader.readValue(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
