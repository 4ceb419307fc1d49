// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Adapters for the JSON values without a class of their own. */
@Generated
final class Json {
  /** Any value: strings, booleans, lists, maps, and numbers with every digit. */
  static final JsonAdapter<Object> ANY = new Any();

  static final JsonAdapter<String> STRING = new Text();
  static final JsonAdapter<Boolean> BOOLEAN = new Truth();
  static final JsonAdapter<Integer> INTEGER = new Int32();
  static final JsonAdapter<Long> LONG = new Int64();
  static final JsonAdapter<OffsetDateTime> DATE_TIME = new DateTime();
  static final JsonAdapter<URI> LINK = new Link();
  static final JsonAdapter<ByteString> BASE64 = new Base64();
  static final JsonAdapter<Map<String, Object>> ANY_MAP = map(ANY);
  static final JsonAdapter<List<URI>> LINK_LIST = list(LINK);
  static final JsonAdapter<List<String>> STRING_LIST = list(STRING);
  static final JsonAdapter<Set<String>> STRING_SET = set(STRING);

  /**
   * The most digits of a number, written out without an exponent; a million of them take 15 seconds
   * to convert.
   */
  private static final int MAX_DIGITS = 1_000;

  private Json() {}

  static <T> JsonAdapter<List<T>> list(JsonAdapter<T> items) {
    return new Items<>(items);
  }

  static <T> JsonAdapter<Set<T>> set(JsonAdapter<T> items) {
    return new Unique<>(items);
  }

  static <T> JsonAdapter<Map<String, T>> map(JsonAdapter<T> values) {
    return new Entries<>(values);
  }

  /** Reads the current property into the map of unknown properties. */
  @SuppressWarnings("NullAway") // null is a value here
  static <T extends @Nullable Object> Map<String, T> keep(
      @Nullable Map<String, T> unknown, JsonReader reader, JsonAdapter<? extends T> values)
      throws IOException {
    Map<String, T> kept = unknown == null ? new LinkedHashMap<>() : unknown;
    String name = reader.nextName();
    Trial trial = reader.tag(Trial.class);
    if (trial != null) {
      trial.unnamed++;
    }
    kept.put(name, values.fromJson(reader));
    return kept;
  }

  /** Writes unknown properties, nulls included. */
  static <T> void write(
      JsonWriter writer, Map<String, @Nullable T> properties, JsonAdapter<T> values)
      throws IOException {
    for (Map.Entry<String, @Nullable T> property : properties.entrySet()) {
      writeNullable(writer, property.getKey(), values, property.getValue());
    }
  }

  /** Returns the names of the properties that are null, with one added or removed. */
  static Set<String> nullOrNot(Set<String> names, String name, boolean isNull) {
    if (names.contains(name) == isNull) {
      return names;
    }
    Set<String> changed = new LinkedHashSet<>(names);
    if (isNull) {
      changed.add(name);
    } else {
      changed.remove(name);
    }
    return Collections.unmodifiableSet(changed);
  }

  /** Likewise, by the value ahead; consumes nothing. */
  static Set<String> nullOrNot(Set<String> names, String name, JsonReader reader)
      throws IOException {
    return nullOrNot(names, name, reader.peek() == JsonReader.Token.NULL);
  }

  static <T> void writeNullable(
      JsonWriter writer, String name, JsonAdapter<T> adapter, @Nullable T value)
      throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    try {
      writer.name(name);
      adapter.toJson(writer, value);
    } finally {
      writer.setSerializeNulls(serializeNulls);
    }
  }

  /** Returns a copy of unknown properties. */
  static <T extends @Nullable Object> Map<String, T> undeclared(
      JsonReader.Options names, Map<String, ? extends T> properties) {
    for (String name : properties.keySet()) {
      if (names.strings().contains(name)) {
        throw new IllegalArgumentException(
            "additionalProperties." + name + " is a declared property");
      }
    }
    return Collections.unmodifiableMap(
        new LinkedHashMap<>(copyOf("additionalProperties", properties, true)));
  }

  /**
   * Returns an unmodifiable copy of lists, sets and maps at any depth, and anything else as it is.
   */
  static <T> T copyOf(String name, T value, boolean nulls) {
    T copy = copyOf(value);
    if (!nulls && holdsNull(copy)) {
      throw new NullPointerException(nameOfNull(name, copy) + " == null");
    }
    return copy;
  }

  @SuppressWarnings("unchecked") // a copy has the type of the original
  private static <T extends @Nullable Object> T copyOf(T value) {
    if (value instanceof List<?> list) {
      @Nullable Object[] copy = list.toArray();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = copyOf(copy[i]);
      }
      return (T) Collections.unmodifiableList(Arrays.asList(copy));
    }
    if (value instanceof Set<?> set) {
      Set<@Nullable Object> copy = new LinkedHashSet<>();
      for (Object item : set) {
        copy.add(copyOf(item));
      }
      return (T) Collections.unmodifiableSet(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, copyOf(item)));
      return (T) Collections.unmodifiableMap(copy);
    }
    return value;
  }

  /** Returns the name of the first null within a value. */
  private static String nameOfNull(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (holdsNull(entry.getValue())) {
          return nameOfNull(name + "." + entry.getKey(), entry.getValue());
        }
      }
    }
    if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object item : items) {
        if (holdsNull(item)) {
          return nameOfNull(name + "[" + (items instanceof List ? index : "") + "]", item);
        }
        index++;
      }
    }
    return name;
  }

  /**
   * Returns whether a list, set or map holds a null at any depth, which the readers let through.
   */
  static boolean holdsNull(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return holdsNull(map.values());
    }
    if (value instanceof Collection<?> items) {
      for (Object item : items) {
        if (holdsNull(item)) {
          return true;
        }
      }
    }
    return value == null;
  }

  /** Returns a placeholder for a value that must not be logged. */
  static @Nullable String masked(@Nullable Object value) {
    return value == null ? null : "***";
  }

  /** Returns the value ahead if the adapter can read it, else null; consumes nothing. */
  static <T> @Nullable T attempt(JsonReader reader, JsonAdapter<T> adapter) throws IOException {
    try (JsonReader ahead = reader.peekJson()) {
      return adapter.fromJson(ahead);
    } catch (JsonDataException e) {
      return null;
    }
  }

  /** Returns a string property of the object ahead, null if it has none; consumes nothing. */
  static @Nullable String text(JsonReader reader, String property) throws IOException {
    try (JsonReader ahead = reader.peekJson()) {
      ahead.beginObject();
      while (ahead.hasNext()) {
        if (ahead.nextName().equals(property) && ahead.peek() == JsonReader.Token.STRING) {
          return ahead.nextString();
        }
        ahead.skipValue();
      }
      return null;
    }
  }

  /** Returns a property of a value without a class, null if it is absent or of another type. */
  static <T> @Nullable T property(Object json, String name, JsonAdapter<T> adapter) {
    Object value = json instanceof Map<?, ?> map ? map.get(name) : null;
    try {
      return value == null ? null : adapter.fromJsonValue(value);
    } catch (JsonDataException e) {
      return null;
    }
  }

  /** Reads a string, a number without trailing zeros, or a boolean; null for anything else. */
  private static @Nullable String scalar(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case STRING -> {
        return reader.nextString();
      }
      case NUMBER -> {
        return number(reader.nextString(), reader).stripTrailingZeros().toPlainString();
      }
      case BOOLEAN -> {
        return String.valueOf(reader.nextBoolean());
      }
      default -> {
        reader.skipValue();
        return null;
      }
    }
  }

  /** What does not fit when a value is only tried as an alternative. */
  private static final class Trial {
    int lost;
    int wrong;
    int unnamed;
    int nulls;

    /** Returns all of it, the worst first. */
    long misfits() {
      return bits(lost, 47) + bits(wrong, 32) + bits(unnamed, 16) + bits(nulls, 0);
    }

    private static long bits(int count, int shift) {
      return (long) Math.min(count, 0x7fff) << shift;
    }
  }

  private static final long NONE = Long.MAX_VALUE;

  /** Records an unknown value, if it is only tried. */
  static void misfit(JsonReader reader) {
    Trial trial = reader.tag(Trial.class);
    if (trial != null) {
      trial.wrong++;
    }
  }

  /**
   * Returns the reader; records a null ahead, which would not be written again, if it is only
   * tried.
   */
  static JsonReader withoutNull(JsonReader reader) throws IOException {
    Trial trial = reader.tag(Trial.class);
    if (trial != null && reader.peek() == JsonReader.Token.NULL) {
      trial.nulls++;
    }
    return reader;
  }

  /**
   * Returns how badly the value ahead fits: what it would lose, wrong values, unknown names, nulls;
   * consumes nothing.
   */
  private static <T> long misfits(JsonReader reader, JsonAdapter<T> adapter) throws IOException {
    Trial trial = new Trial();
    try (JsonReader ahead = reader.peekJson()) {
      ahead.setTag(Trial.class, trial);
      Object unused = adapter.fromJson(ahead);
    } catch (JsonDataException e) {
      return NONE;
    }
    return trial.misfits();
  }

  /**
   * Returns the property names of the object ahead, with the values that distinguish alternatives;
   * consumes nothing.
   */
  private static Map<String, @Nullable String> properties(
      JsonReader reader, List<? extends Shape<?>> shapes) throws IOException {
    Map<String, @Nullable String> properties = new LinkedHashMap<>();
    try (JsonReader ahead = reader.peekJson()) {
      ahead.beginObject();
      while (ahead.hasNext()) {
        String name = ahead.nextName();
        if (shapes.stream().anyMatch(shape -> shape.fixed().containsKey(name))) {
          properties.put(name, scalar(ahead));
        } else {
          properties.put(name, null);
          ahead.skipValue();
        }
      }
    }
    return properties;
  }

  /** Returns the best adapter for the object ahead, null if there is none; consumes nothing. */
  static <T> @Nullable JsonAdapter<? extends T> best(
      JsonReader reader, List<Shape<? extends T>> shapes) throws IOException {
    Map<String, @Nullable String> properties = properties(reader, shapes);
    // A response may omit required properties; this is for an object that fits nothing else.
    for (boolean complete : new boolean[] {true, false}) {
      JsonAdapter<? extends T> best = null;
      long least = NONE;
      for (Shape<? extends T> shape : shapes) {
        if (least > 0 && shape.admits(properties) && shape.isIn(properties) == complete) {
          long misfits = misfits(reader, shape.adapter());
          if (misfits < least) {
            least = misfits;
            best = shape.adapter();
          }
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  /**
   * An object alternative.
   *
   * @param fixed the values of the properties that distinguish it from the others
   */
  record Shape<T>(
      JsonAdapter<T> adapter,
      Set<String> required,
      Collection<String> known,
      Map<String, Set<String>> fixed) {
    Shape {
      known = Set.copyOf(known);
    }

    /** Returns whether an object has the required properties. */
    boolean isIn(Map<String, @Nullable String> properties) {
      return properties.keySet().containsAll(required);
    }

    /** Returns whether an object with these properties can be this alternative. */
    boolean admits(Map<String, @Nullable String> properties) {
      for (Map.Entry<String, Set<String>> property : fixed.entrySet()) {
        String value = properties.get(property.getKey());
        if (value != null && !property.getValue().contains(value)) {
          return false;
        }
      }
      long named = properties.keySet().stream().filter(known::contains).count();
      return named == properties.size()
          ? named > 0 || required.isEmpty()
          : named > 0 && isIn(properties);
    }
  }

  /** Returns a number exactly, unless it has too many digits. */
  private static BigDecimal number(String text, JsonReader reader) throws IOException {
    // Besides the digits, there can be a sign, a point and an exponent.
    if (text.length() <= MAX_DIGITS + 16) {
      try {
        BigDecimal number = new BigDecimal(text);
        long scale = number.scale();
        if (Math.max(number.precision() - scale, 0) + Math.max(scale, 0) <= MAX_DIGITS) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Its exponent does not fit an int, or it is not a JSON number.
      }
    }
    throw refused("a number of at most " + MAX_DIGITS + " digits", reader);
  }

  /**
   * Returns the exception for the value just read, with its path but not the value, which may be
   * personal.
   */
  private static JsonDataException refused(String expected, JsonReader reader) throws IOException {
    String path = reader.getPath();
    JsonReader.Token next = reader.peek();
    if (path.endsWith("]")
        && next != JsonReader.Token.NAME
        && next != JsonReader.Token.END_OBJECT) {
      // In an array, the reader is already at the next index.
      int index = path.lastIndexOf('[') + 1;
      path =
          path.substring(0, index)
              + (Integer.parseInt(path, index, path.length() - 1, 10) - 1)
              + "]";
    }
    return new JsonDataException("Expected " + expected + " at path " + path);
  }

  /**
   * A value of one JSON type, or null. Moshi's reader accepts a number as a string and vice versa.
   */
  private abstract static class Value<T> extends JsonAdapter<T> {
    private final JsonReader.@Nullable Token expected;

    Value(JsonReader.@Nullable Token expected) {
      this.expected = expected;
    }

    abstract T read(JsonReader reader) throws IOException;

    abstract void write(JsonWriter writer, T value) throws IOException;

    @Override
    public final @Nullable T fromJson(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      if (token == JsonReader.Token.NULL) {
        return reader.nextNull();
      }
      if (expected != null && token != expected) {
        throw new JsonDataException(
            "Expected " + expected + " but was " + token + " at path " + reader.getPath());
      }
      return read(reader);
    }

    @Override
    public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      if (value == null) {
        writer.nullValue();
      } else {
        write(writer, value);
      }
    }

    @Override
    public String toString() {
      return "JsonAdapter(" + getClass().getSimpleName() + ")";
    }
  }

  /** A value that is a string in JSON and has a richer type in Java. */
  private abstract static class Parsed<T> extends Value<T> {
    Parsed() {
      super(JsonReader.Token.STRING);
    }

    abstract T parse(String text) throws URISyntaxException;

    String format(T value) {
      return value.toString();
    }

    @Override
    final T read(JsonReader reader) throws IOException {
      String text = reader.nextString();
      try {
        return parse(text);
      } catch (DateTimeException | IllegalArgumentException | URISyntaxException e) {
        throw refused("a " + getClass().getSimpleName(), reader);
      }
    }

    @Override
    final void write(JsonWriter writer, T value) throws IOException {
      writer.value(format(value));
    }
  }

  /**
   * A number that fits its Java type. Moshi's own conversions quote the values they reject, or take
   * seconds.
   */
  private abstract static class Numeric<T extends Number> extends Value<T> {
    private final String description;

    Numeric(String description) {
      super(JsonReader.Token.NUMBER);
      this.description = description;
    }

    /** Throws an {@link ArithmeticException} if the number does not fit. */
    abstract T convert(BigDecimal number, String text);

    /**
     * Returns a number of a few digits, for which no other class has to be loaded; null if this is
     * for {@link #convert}.
     */
    @Nullable T small(int number) {
      return null;
    }

    @Override
    final T read(JsonReader reader) throws IOException {
      String text = reader.nextString();
      T small = isSmall(text) ? small(Integer.parseInt(text)) : null;
      if (small != null) {
        return small;
      }
      BigDecimal number = number(text, reader);
      try {
        return convert(number, text);
      } catch (ArithmeticException e) {
        throw refused(description, reader);
      }
    }

    private static boolean isSmall(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return false;
        }
      }
      return !text.isEmpty() && text.length() < 10;
    }

    @Override
    final void write(JsonWriter writer, T value) throws IOException {
      writer.value(value);
    }
  }

  private static final class Any extends Value<Object> {
    Any() {
      super(null);
    }

    @Override
    Object read(JsonReader reader) throws IOException {
      switch (reader.peek()) {
        case BEGIN_ARRAY -> {
          List<@Nullable Object> list = new ArrayList<>();
          reader.beginArray();
          while (reader.hasNext()) {
            list.add(fromJson(reader));
          }
          reader.endArray();
          return Collections.unmodifiableList(list);
        }
        case BEGIN_OBJECT -> {
          Map<String, @Nullable Object> map = new LinkedHashMap<>();
          reader.beginObject();
          while (reader.hasNext()) {
            map.put(reader.nextName(), fromJson(reader));
          }
          reader.endObject();
          return Collections.unmodifiableMap(map);
        }
        case BOOLEAN -> {
          return reader.nextBoolean();
        }
        case NUMBER -> {
          // A long if it fits, otherwise a decimal, which keeps every digit.
          BigDecimal number = number(reader.nextString(), reader);
          boolean fits = number.scale() == 0 && number.precision() < 19;
          return fits ? (Object) number.longValue() : number;
        }
        default -> {
          return reader.nextString();
        }
      }
    }

    @Override
    void write(JsonWriter writer, Object value) throws IOException {
      if (value instanceof Map<?, ?> map) {
        boolean serializeNulls = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        writer.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          writer.name(String.valueOf(entry.getKey()));
          toJson(writer, entry.getValue());
        }
        writer.endObject();
        writer.setSerializeNulls(serializeNulls);
      } else if (value instanceof Iterable<?> items) {
        writer.beginArray();
        for (Object item : items) {
          toJson(writer, item);
        }
        writer.endArray();
      } else if (value instanceof Boolean truth) {
        writer.value(truth);
      } else if (value instanceof Number number) {
        writer.value(number);
      } else {
        writer.value(value.toString());
      }
    }
  }

  private static final class Text extends Value<String> {
    Text() {
      super(JsonReader.Token.STRING);
    }

    @Override
    String read(JsonReader reader) throws IOException {
      return reader.nextString();
    }

    @Override
    void write(JsonWriter writer, String value) throws IOException {
      writer.value(value);
    }
  }

  private static final class Truth extends Value<Boolean> {
    Truth() {
      super(JsonReader.Token.BOOLEAN);
    }

    @Override
    Boolean read(JsonReader reader) throws IOException {
      return reader.nextBoolean();
    }

    @Override
    void write(JsonWriter writer, Boolean value) throws IOException {
      writer.value(value);
    }
  }

  private static final class Int32 extends Numeric<Integer> {
    Int32() {
      super("a 32-bit integer");
    }

    @Override
    Integer convert(BigDecimal number, String text) {
      return number.intValueExact();
    }

    @Override
    Integer small(int number) {
      return number;
    }
  }

  private static final class Int64 extends Numeric<Long> {
    Int64() {
      super("a 64-bit integer");
    }

    @Override
    Long convert(BigDecimal number, String text) {
      return number.longValueExact();
    }

    @Override
    Long small(int number) {
      return (long) number;
    }
  }

  /**
   * RFC 3339, and common deviations: an offset without a colon, a space instead of the T, a long
   * fraction.
   */
  private static final class DateTime extends Parsed<OffsetDateTime> {
    /** Loaded only for unusual forms, because it loads 34 classes. */
    private static final class Lenient {
      static final DateTimeFormatter FORMATTER =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
              .appendPattern("[XXX][XX][X]")
              .toFormatter(java.util.Locale.ROOT);
    }

    @Override
    OffsetDateTime parse(String text) {
      try {
        return text.length() == 20 && text.endsWith("Z") ? utc(text) : OffsetDateTime.parse(text);
      } catch (DateTimeException e) {
        return OffsetDateTime.parse(
            text.replace(' ', 'T').replaceFirst("(\\.\\d{9})\\d+", "$1"), Lenient.FORMATTER);
      }
    }

    /** Reads {@code 2016-09-14T18:20:16Z}, the usual form, in a tenth of a formatter's time. */
    private static OffsetDateTime utc(String text) {
      if (text.charAt(4) != '-'
          || text.charAt(7) != '-'
          || text.charAt(10) != 'T'
          || text.charAt(13) != ':'
          || text.charAt(16) != ':') {
        throw new DateTimeException("Another form");
      }
      return OffsetDateTime.of(
          number(text, 0, 4),
          number(text, 5, 7),
          number(text, 8, 10),
          number(text, 11, 13),
          number(text, 14, 16),
          number(text, 17, 19),
          0,
          ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
      int number = 0;
      for (int i = from; i < to; i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          throw new DateTimeException("Not a digit");
        }
        number = 10 * number + digit;
      }
      return number;
    }

    @Override
    String format(OffsetDateTime value) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
    }
  }

  private static final class Link extends Parsed<URI> {
    @Override
    URI parse(String text) throws URISyntaxException {
      return new URI(text);
    }
  }

  private static final class Base64 extends Parsed<ByteString> {
    @Override
    ByteString parse(String text) {
      ByteString bytes = ByteString.decodeBase64(text);
      if (bytes == null) {
        throw new IllegalArgumentException("not Base64");
      }
      return bytes;
    }

    @Override
    String format(ByteString value) {
      return value.base64();
    }
  }

  private static final class Items<T> extends Value<List<T>> {
    private final JsonAdapter<T> items;

    Items(JsonAdapter<T> items) {
      super(JsonReader.Token.BEGIN_ARRAY);
      this.items = items;
    }

    // A response may contain a null although the property is not nullable.
    @Override
    @SuppressWarnings("NullAway")
    List<T> read(JsonReader reader) throws IOException {
      List<T> list = new ArrayList<>();
      reader.beginArray();
      while (reader.hasNext()) {
        list.add(items.fromJson(reader));
      }
      reader.endArray();
      return Collections.unmodifiableList(list);
    }

    @Override
    void write(JsonWriter writer, List<T> value) throws IOException {
      writer.beginArray();
      // No iterator: an unmodifiable list creates two of them.
      for (int i = 0; i < value.size(); i++) {
        items.toJson(writer, value.get(i));
      }
      writer.endArray();
    }

    @Override
    public String toString() {
      return items + ".list()";
    }
  }

  private static final class Unique<T> extends Value<Set<T>> {
    private final JsonAdapter<T> items;

    Unique(JsonAdapter<T> items) {
      super(JsonReader.Token.BEGIN_ARRAY);
      this.items = items;
    }

    // A response may contain a null although the property is not nullable.
    @Override
    @SuppressWarnings("NullAway")
    Set<T> read(JsonReader reader) throws IOException {
      Set<T> set = new LinkedHashSet<>();
      reader.beginArray();
      while (reader.hasNext()) {
        set.add(items.fromJson(reader));
      }
      reader.endArray();
      return Collections.unmodifiableSet(set);
    }

    @Override
    void write(JsonWriter writer, Set<T> value) throws IOException {
      writer.beginArray();
      for (T item : value) {
        items.toJson(writer, item);
      }
      writer.endArray();
    }

    @Override
    public String toString() {
      return items + ".set()";
    }
  }

  private static final class Entries<T> extends Value<Map<String, T>> {
    private final JsonAdapter<T> values;

    Entries(JsonAdapter<T> values) {
      super(JsonReader.Token.BEGIN_OBJECT);
      this.values = values;
    }

    // A response may contain a null although the property is not nullable.
    @Override
    @SuppressWarnings("NullAway")
    Map<String, T> read(JsonReader reader) throws IOException {
      Map<String, T> map = new LinkedHashMap<>();
      reader.beginObject();
      while (reader.hasNext()) {
        map.put(reader.nextName(), values.fromJson(reader));
      }
      reader.endObject();
      return Collections.unmodifiableMap(map);
    }

    @Override
    void write(JsonWriter writer, Map<String, T> value) throws IOException {
      boolean serializeNulls = writer.getSerializeNulls();
      writer.setSerializeNulls(true);
      writer.beginObject();
      for (Map.Entry<String, T> entry : value.entrySet()) {
        writer.name(entry.getKey());
        values.toJson(writer, entry.getValue());
      }
      writer.endObject();
      writer.setSerializeNulls(serializeNulls);
    }

    @Override
    public String toString() {
      return values + ".map()";
    }
  }
}
