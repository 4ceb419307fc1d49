package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.ModelView.EnumValue;
import io.github.bandwidthmessaging.generator.ModelView.EnumView;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the templates read of enums. */
final class EnumViews {
  private final Schemas schemas;
  private final TypeMapper types;
  private final Unions unions;

  EnumViews(Schemas schemas, TypeMapper types, Unions unions) {
    this.schemas = schemas;
    this.types = types;
    this.unions = unions;
  }

  EnumView view(String name) {
    Schema<?> schema = schemas.component(name);
    Type base = types.ofEnumValues(name);
    List<EnumValue> values = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of("KNOWN"));
    List<?> raw = Schemas.enumValues(schema);
    for (Object value : raw) {
      String text = String.valueOf(value);
      String literal = literal(text, base);
      values.add(
          new EnumValue(
              Names.unique(schemas.options().constant(text), taken),
              literal,
              Javadoc.of("`" + (text.isBlank() ? literal : text) + "`"),
              values.size(),
              values.size() == raw.size() - 1));
    }
    return new EnumView(
        schemas.className(name),
        Javadoc.of(schemas.description(schema, name)),
        base,
        values,
        unions.interfacesOf(name));
  }

  private static String literal(String text, Type base) {
    if (base.isText()) {
      return Literal.of(text);
    }
    return base.is(Scalar.INTEGER)
        ? text
        : base.is(Scalar.LONG) ? text + "L" : "new " + base.java() + "(\"" + text + "\")";
  }
}
