package io.github.bandwidthmessaging.contract.service;

import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.contract.operation.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The mock and the proxy of a document that a test made, or only the mock. */
public final class DocumentPlaces implements AutoCloseable {
  private final Prism mock;
  private final List<Place.Rehearsal> places = new ArrayList<>();
  private final List<Runnable> started = new ArrayList<>();

  private DocumentPlaces(Prism mock) {
    this.mock = mock;
    places.add(new Place.Mock(mock));
    started.add(mock::close);
  }

  /** Starts both. */
  public static DocumentPlaces start(Document document, Path folder) {
    CompletableFuture<DocumentPlaces> mock =
        CompletableFuture.supplyAsync(() -> startMock(document, folder.resolve("mock")));
    DocumentedService service = DocumentedService.start(document);
    Prism proxy = Prism.proxy(document, folder.resolve("proxy"), service.url());
    DocumentPlaces places = mock.join();
    places.places.add(new Place.Proxy(proxy, service));
    places.started.addAll(List.of(proxy::close, service::close));
    return places;
  }

  /** Starts only the mock. */
  public static DocumentPlaces startMock(Document document, Path folder) {
    return new DocumentPlaces(Prism.mock(document, folder, Prism.ANY_PORT));
  }

  public Prism mock() {
    return mock;
  }

  /** Checks an operation in all places at once, and returns what is wrong. */
  public List<String> problems(GeneratedApi api, Operation operation) {
    return places.parallelStream()
        .flatMap(
            place -> {
              try (OperationCheck check = new OperationCheck(api, place)) {
                return check.all(operation).stream().map(problem -> place + ": " + problem);
              }
            })
        .toList();
  }

  @Override
  public void close() {
    started.forEach(Runnable::run);
  }
}
