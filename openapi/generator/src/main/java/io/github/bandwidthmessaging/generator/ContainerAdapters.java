package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.Type.Container;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The adapters of lists, sets and maps that models need.
 *
 * <p>They are constants where the adapter of their items is, not where they are used: classes whose
 * constants depend on each other in a circle could wait for each other forever, each loaded by a
 * thread of its own.
 */
final class ContainerAdapters {

  /**
   * A constant.
   *
   * @param factory the method of Json that makes it
   * @param items the constant that it is made of
   */
  record Field(Code java, Code constant, Code factory, Code items) {}

  /** By class and constant; a constant comes after the one that it is made of. */
  private final Map<String, Map<String, Field>> fields = new HashMap<>();

  ContainerAdapters(List<ModelView> models) {
    models.stream()
        .flatMap(ModelView::types)
        .filter(type -> type.parts().noneMatch(part -> part.is(Scalar.PART)))
        .flatMap(Type::parts)
        .forEach(
            type -> {
              if (type instanceof Container container) {
                fields
                    .computeIfAbsent(container.adapters(), k -> new TreeMap<>())
                    .put(
                        container.constant(),
                        new Field(
                            container.javaWithNulls(),
                            Code.name(container.constant()),
                            Code.name(container.shape().factory()),
                            Code.name(container.items().constant())));
              }
            });
  }

  /** Those of a class of adapters. */
  List<Field> in(String adapters) {
    return List.copyOf(fields.getOrDefault(adapters, Map.of()).values());
  }

  /** Whether a method of Json makes any. */
  boolean use(String factory) {
    return fields.values().stream()
        .flatMap(constants -> constants.values().stream())
        .anyMatch(field -> field.factory().toString().equals(factory));
  }
}
