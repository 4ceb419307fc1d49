package io.github.bandwidthmessaging.contract.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import io.github.bandwidthmessaging.check.node.NodeModules;
import io.github.bandwidthmessaging.check.node.SetupException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running Prism that refuses what the document forbids. A mock answers as the document says; a
 * proxy lets a service answer, and turns an answer that the document forbids into a 500.
 */
public final class Prism implements AutoCloseable {
  static final int ANY_PORT = 0;

  private static final Pattern READY = Pattern.compile("Prism is listening on (http://\\S+)");
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final HttpClient HTTP_CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(REQUEST_TIMEOUT)
          .build();

  private final Process process;
  private final Thread logReader;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  /** Installs Prism if needed and starts a mock of the project's document. */
  static Prism start(int port) {
    return start(withoutCallbacks(Document.FILE, Project.resolve("contract-tests/target")), port);
  }

  /** Starts a proxy in front of a service, with the project's document between the two. */
  static Prism proxy(String service) {
    Path document = withoutCallbacks(Document.FILE, Project.resolve("contract-tests/target"));
    return start(ANY_PORT, "proxy", document.toString(), service);
  }

  /**
   * Writes a copy of a document that has no callbacks. Prism fires those it finds, at refused
   * requests too.
   */
  static Path withoutCallbacks(Path document, Path folder) {
    try {
      List<String> kept = new ArrayList<>();
      int inside = -1;
      for (String line : Files.readAllLines(document)) {
        int indent = line.length() - line.stripLeading().length();
        if (inside >= 0 && !line.isBlank() && indent <= inside) {
          inside = -1;
        }
        if (inside < 0 && line.strip().equals("callbacks:")) {
          inside = indent;
        }
        if (inside < 0) {
          kept.add(line);
        }
      }
      Path copy = folder.resolve("messaging-without-callbacks.yaml");
      // A Prism that is running starts anew when its document is written.
      if (!Files.exists(copy) || !Files.readAllLines(copy).equals(kept)) {
        Files.createDirectories(folder);
        Files.write(copy, kept);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Prism start(Path document, int port) {
    return start(port, "mock", document.toString());
  }

  private static Prism start(int port, String command, String... arguments) {
    Path modules = NodeModules.installed();
    List<String> line = new ArrayList<>(List.of("node", "-r"));
    line.add(Project.resolve("contract-tests/exit-with-parent.cjs").toString());
    line.add(modules.resolve("@stoplight/prism-cli/dist/index.js").toString());
    line.addAll(List.of(command, "--errors", "-h", "127.0.0.1", "-p", String.valueOf(port)));
    line.addAll(List.of(arguments));
    Prism prism;
    try {
      prism = new Prism(new ProcessBuilder(line).redirectErrorStream(true).start());
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

  private Prism(Process process) {
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
    if (!request.url().startsWith(RawRequest.DOCUMENTED_SERVER + "/")) {
      throw new IllegalStateException(request.url() + " is not on " + RawRequest.DOCUMENTED_SERVER);
    }
    String path =
        request
            .url()
            .substring(RawRequest.DOCUMENTED_SERVER.length())
            .replace("{accountId}", RawRequest.ACCOUNT_ID);
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(REQUEST_TIMEOUT)
            .method(request.method(), BodyPublishers.ofString(request.body()));
    request.headers().forEach(sent::header);
    try {
      return HTTP_CLIENT.send(sent.build(), BodyHandlers.ofString());
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
