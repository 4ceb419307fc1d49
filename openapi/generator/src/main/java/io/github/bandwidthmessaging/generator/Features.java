package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.ModelView.UnionView;
import io.github.bandwidthmessaging.generator.Type.Container.Shape;
import io.github.bandwidthmessaging.generator.Type.Mapped;
import io.github.bandwidthmessaging.generator.Type.Plain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Which parts of the shared classes a document needs: only those are written. */
final class Features {
  private final List<ModelView> models;
  private final List<OperationView> operations;
  private final ContainerAdapters containers;
  private final List<UnionView> unions;
  private final boolean masks;
  private final List<Type> parts = new ArrayList<>();
  private final Collection<InputView> inputs;

  Features(
      List<ModelView> models,
      List<OperationView> operations,
      Collection<InputView> inputs,
      ContainerAdapters containers) {
    this.models = models;
    this.containers = containers;
    this.operations = operations;
    this.inputs = inputs;
    unions = models.stream().map(ModelView::union).filter(Objects::nonNull).toList();
    masks = models.stream().anyMatch(ModelView::masks);
    models.forEach(model -> model.types().flatMap(Type::parts).forEach(parts::add));
    operations.forEach(o -> o.types().stream().flatMap(Type::parts).forEach(parts::add));
  }

  /** The adapters in Json, by the names of their constants or methods. */
  Map<String, Boolean> uses() {
    Map<String, Boolean> uses = new LinkedHashMap<>();
    for (Type part : parts) {
      if (part instanceof Plain plain) {
        uses.put(plain.scalar().name(), true);
      }
    }
    for (Shape shape : Shape.values()) {
      if (containers.use(shape.factory())) {
        uses.put(shape.factory(), true);
      }
    }
    return uses;
  }

  /** Classes that the user wrote. */
  Set<Mapped> mapped() {
    Set<Mapped> mapped = new LinkedHashSet<>();
    for (Type part : parts) {
      if (part instanceof Mapped type) {
        mapped.add(new Mapped(type.imported(), null, false));
      }
    }
    return mapped;
  }

  boolean keepsNulls() {
    return models.stream()
        .map(ModelView::object)
        .anyMatch(object -> object != null && object.keepsNulls());
  }

  boolean masks() {
    return masks;
  }

  boolean attempts() {
    return unions.stream().anyMatch(UnionView::attempts);
  }

  boolean discriminated() {
    return unions.stream().anyMatch(u -> u.discriminator() != null);
  }

  boolean shared() {
    return unions.stream().anyMatch(u -> !u.shared().isEmpty());
  }

  boolean shaped() {
    return unions.stream().anyMatch(UnionView::hasShapes);
  }

  boolean deep() {
    return unions.stream().anyMatch(UnionView::deep);
  }

  boolean tries() {
    return shaped() || deep();
  }

  boolean skips() {
    return models.stream().anyMatch(ModelView::skips);
  }

  boolean counts() {
    return models.stream().anyMatch(ModelView::counts);
  }

  boolean losesNull() {
    return models.stream().anyMatch(ModelView::losesNull);
  }

  boolean loses() {
    return models.stream().anyMatch(ModelView::loses);
  }

  /** Whether a discriminator can be something else than a string. */
  boolean discriminatedByAnything() {
    return unions.stream()
        .map(UnionView::discriminator)
        .anyMatch(discriminator -> discriminator != null && !discriminator.text());
  }

  boolean readsScalars() {
    return tries() || discriminatedByAnything();
  }

  boolean parsed() {
    return uses(Scalar::isParsed);
  }

  boolean numbers() {
    return uses(Scalar::isNumber);
  }

  boolean text() {
    return operations.stream().anyMatch(OperationView::text);
  }

  boolean path() {
    return operations.stream().anyMatch(OperationView::path);
  }

  boolean parameters() {
    return inputs.stream().anyMatch(input -> input.kind() == InputView.Kind.PARAMETERS);
  }

  boolean forms() {
    return inputs.stream().anyMatch(input -> input.kind() != InputView.Kind.PARAMETERS);
  }

  boolean converts() {
    return forms() || operations.stream().anyMatch(OperationView::converts);
  }

  /** What RequestWriter has. */
  Map<String, Boolean> writes() {
    boolean query = calls("query(");
    boolean field = calls("field(");
    boolean cookie = calls("cookie(");
    boolean multipart = inputs.stream().anyMatch(InputView::multipart);
    boolean encodes = query || field || cookie || path();
    Map<String, Boolean> writes = new LinkedHashMap<>();
    writes.put("query", query);
    writes.put("field", field);
    writes.put("cookie", cookie);
    writes.put("multipart", multipart);
    writes.put("encodes", encodes);
    writes.put("path", path());
    writes.put("parameters", parameters());
    writes.put("forms", forms());
    writes.put("header", calls("header(") || calls("jsonHeader("));
    writes.put("jsonHeader", calls("jsonHeader("));
    writes.put("pairs", query || field || cookie);
    writes.put("reserves", calls(", true, "));
    writes.put("textOrJson", field || multipart);
    writes.put("listsItems", encodes || multipart || calls("header("));
    return writes;
  }

  private boolean calls(String call) {
    return inputs.stream()
        .flatMap(input -> input.statements().stream())
        .anyMatch(statement -> statement.toString().contains(call));
  }

  private boolean uses(Predicate<Scalar> kind) {
    return parts.stream().anyMatch(p -> p instanceof Plain plain && kind.test(plain.scalar()));
  }
}
