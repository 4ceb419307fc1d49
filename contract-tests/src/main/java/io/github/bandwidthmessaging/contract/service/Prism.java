package io.github.bandwidthmessaging.contract.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Discriminators;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import io.github.bandwidthmessaging.check.node.NodeModules;
import io.github.bandwidthmessaging.check.node.SetupException;
import io.github.bandwidthmessaging.contract.operation.OperationRequest;
import io.github.bandwidthmessaging.contract.operation.Operations;
import io.github.bandwidthmessaging.contract.operation.PrismCopy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running Prism that refuses what the document forbids. A mock responds as the document says; a
 * proxy lets a service respond, and turns a response that the document forbids into a 500.
 */
public final class Prism implements AutoCloseable {
  static final int ANY_PORT = 0;

  private static final int LAST_LINES = 20;

  private static final Path TARGET = Project.resolve("contract-tests/target");
  private static final Pattern READY = Pattern.compile("Prism is listening on (http://\\S+)");
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final HttpClient HTTP_CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(REQUEST_TIMEOUT)
          .build();

  private final Operations operations;
  private final Process process;
  private final Thread logReader;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  /** Installs Prism if needed and starts a mock of the project's document. */
  static Prism start(int port) {
    return mock(Document.read(), TARGET, port);
  }

  /** Starts a mock of a document; the copy of it that Prism reads is in the folder. */
  public static Prism mock(Document document, Path folder, int port) {
    return start(copy(document, folder), port);
  }

  /** Starts a proxy in front of a service, with the project's document between the two. */
  static Prism proxy(String service) {
    return proxy(Document.read(), TARGET, service);
  }

  /** Starts a proxy in front of a service, with a document between the two. */
  static Prism proxy(Document document, Path folder, String service) {
    Path file = copy(document, folder);
    return start(document.json(), ANY_PORT, "proxy", file.toString(), service);
  }

  /** Writes a copy of a document that Prism reads as it is meant. */
  static Path copy(Document document, Path folder) {
    try {
      // Prism reads no discriminators.
      JsonNode readable = Discriminators.inAlternatives(PrismCopy.of(document.json()));
      byte[] copy = readable.toString().getBytes(UTF_8);
      Path file = folder.resolve("messaging-for-prism.json");
      // A running Prism restarts when its document is written.
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), copy)) {
        Files.createDirectories(folder);
        Files.write(file, copy);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Prism start(Path document, int port) {
    return start(read(document), port, "mock", document.toString());
  }

  private static JsonNode read(Path document) {
    try {
      return Document.read(document).json();
    } catch (UncheckedIOException e) {
      // Prism's own message is better.
      return MissingNode.getInstance();
    }
  }

  private static Prism start(JsonNode document, int port, String command, String... arguments) {
    Path modules = NodeModules.installed();
    List<String> line = new ArrayList<>(List.of("node", "-r"));
    line.add(Project.resolve("contract-tests/exit-with-parent.cjs").toString());
    line.add(modules.resolve("@stoplight/prism-cli/dist/index.js").toString());
    line.addAll(List.of(command, "--errors", "-h", "127.0.0.1", "-p", String.valueOf(port)));
    line.addAll(List.of(arguments));
    Prism prism;
    try {
      prism =
          new Prism(
              Operations.of(document), new ProcessBuilder(line).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      prism.awaitReady(port);
      return prism;
    } catch (RuntimeException e) {
      prism.close();
      throw e;
    }
  }

  private Prism(Operations operations, Process process) {
    this.operations = operations;
    this.process = process;
    logReader = new Thread(this::readLog, "prism-log");
    logReader.setDaemon(true);
    logReader.start();
  }

  /** The base address, such as {@code http://127.0.0.1:41234}. */
  URI url() {
    return ready.join();
  }

  /** Sends a request here instead of to the documented server. */
  public HttpResponse<String> send(RawRequest request) {
    String server = operations.server();
    if (!request.url().startsWith(server + "/")) {
      throw new IllegalStateException(request.url() + " is not on " + server);
    }
    return send(
        request.method(),
        operations.filled(request.url().substring(server.length())),
        request.headers(),
        request.body().getBytes(UTF_8));
  }

  /** Sends a request, as the document says that it is written. */
  public HttpResponse<String> send(OperationRequest request) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    request
        .credentials()
        .headers()
        .forEach((name, value) -> headers.merge(name, value, Prism::cookies));
    if (request.contentType() != null) {
      headers.put("Content-Type", request.contentType());
    }
    return send(
        request.operation().method().toUpperCase(Locale.ROOT),
        request.credentials().in(request.targetInSegments()),
        headers,
        request.bytes());
  }

  /** Cookies can be parameters and credentials. */
  private static String cookies(String one, String other) {
    return one + "; " + other;
  }

  private HttpResponse<String> send(
      String method, String target, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(URI.create(url() + target))
            .timeout(REQUEST_TIMEOUT)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(sent::header);
    try {
      return HTTP_CLIENT.send(sent.build(), BodyHandlers.ofString());
    } catch (ConnectException e) {
      String end =
          String.join("\n", log.stream().skip(Math.max(0, log.size() - LAST_LINES)).toList());
      throw new IllegalStateException(
          "Prism has ended at or before %s %s:%n%s".formatted(method, target, end), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything that Prism has printed so far. */
  String log() {
    return String.join(System.lineSeparator(), log);
  }

  Process process() {
    return process;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, SECONDS)) {
        process.destroyForcibly().waitFor(5, SECONDS);
      }
      logReader.join(SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(int port) {
    try {
      ready.get(START_TIMEOUT.toMillis(), MILLISECONDS);
    } catch (ExecutionException e) {
      if (log().contains("EADDRINUSE")) {
        throw new SetupException(
            "Port %d is in use; choose another -Dprism.port for Prism, or leave it out for a free one."
                .formatted(port));
      }
      throw new SetupException("Prism ended before it was ready.", log());
    } catch (TimeoutException e) {
      throw new SetupException(
          "Prism was not ready within %d seconds.".formatted(START_TIMEOUT.toSeconds()), log());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SetupException("Interrupted while Prism was starting.");
    }
  }

  private void readLog() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
        Matcher matcher = READY.matcher(line);
        if (matcher.find()) {
          ready.complete(URI.create(matcher.group(1)));
        }
      }
    } catch (IOException e) {
      log.add(e.toString());
    } finally {
      ready.completeExceptionally(new IllegalStateException("Prism has ended"));
    }
  }
}
