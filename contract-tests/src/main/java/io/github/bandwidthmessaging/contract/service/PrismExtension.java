package io.github.bandwidthmessaging.contract.service;

import io.github.bandwidthmessaging.check.document.Document;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests one {@link Prism} of each kind for the whole run, and prints their logs for a test
 * that fails.
 */
public final class PrismExtension
    implements BeforeAllCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PrismExtension.class);
  private static final String MOCK = "mock";
  private static final String PROXY = "proxy";

  @Override
  public void beforeAll(ExtensionContext context) {
    prism(context);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    for (Prism prism : running(context)) {
      context.getStore(NAMESPACE).put(prism, prism.log().length());
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().filter(PrismExtension::isFailure).isPresent()) {
      for (Prism prism : running(context)) {
        int logStart = context.getStore(NAMESPACE).get(prism, Integer.class);
        System.err.printf(
            "Prism during %s:%n%s%n", context.getDisplayName(), prism.log().substring(logStart));
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Prism.class || type == Place.Proxy.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Prism.class ? prism(context) : proxy(context);
  }

  private static boolean isFailure(Throwable thrown) {
    return !(thrown instanceof TestAbortedException);
  }

  static Place mock(ExtensionContext context) {
    return new Place.Mock(prism(context));
  }

  static Place proxy(ExtensionContext context) {
    DocumentedService service =
        oneForAll(
            context,
            "service",
            DocumentedService.class,
            () -> DocumentedService.start(Document.read()));
    return new Place.Proxy(
        oneForAll(context, PROXY, Prism.class, () -> Prism.proxy(service.url())), service);
  }

  private static Prism prism(ExtensionContext context) {
    return oneForAll(context, MOCK, Prism.class, () -> Prism.start(Prism.ANY_PORT));
  }

  private static List<Prism> running(ExtensionContext context) {
    return Stream.of(MOCK, PROXY)
        .map(key -> context.getRoot().getStore(NAMESPACE).get(key, Prism.class))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Kept in the root store, which closes it at the end of the run. */
  private static <T> T oneForAll(
      ExtensionContext context, String key, Class<T> type, Supplier<T> start) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(key, unused -> start.get(), type);
  }
}
