package torture;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.generator.SchemaJson;
import io.github.bandwidthmessaging.generator.SchemaJson.Amount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.javacrumbs.jsonunit.core.Option;
import okio.ByteString;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates make of every construct in torture.yaml. */
@NullUnmarked
class TortureModelsTest {
  private static final int SEEDS = 100;
  private static final Moshi MOSHI = RetrofitClient.moshi();
  private static final JsonNode DOCUMENT = document();

  /** Classes whose schema has a name that Java or the templates have taken. */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("List", "ListModel"),
          Map.entry("Object", "ObjectModel"),
          Map.entry("String", "StringModel"),
          Map.entry("Json", "JsonModel"),
          Map.entry("Builder", "BuilderModel"),
          Map.entry("One", "OneModel"),
          Map.entry("Several", "SeveralModel"),
          Map.entry("RetrofitClient", "RetrofitClientModel"),
          Map.entry("foo_bar", "FooBar2"),
          Map.entry("foobar", "Foobar3"),
          Map.entry("FirstApi", "FirstApi2"),
          Map.entry("ShapeJsonAdapter", "ShapeJsonAdapter2"));

  /** Schemas that are other names for a list, a map, a string, or another schema. */
  private static final Set<String> WITHOUT_CLASS =
      Set.of("Matrix", "Tags", "Empty", "SameAsBase", "ShortText", "MaybeBase");

  @Test
  void acceptAnAlternativeThatLacksARequiredPropertyUnlessAnotherFitsBetter() throws IOException {
    JsonAdapter<Shape> shapes = MOSHI.adapter(Shape.class);

    assertThat(shapes.fromJson("{\"label\": \"l\"}")).isInstanceOf(Square.class);
    assertThat(shapes.fromJson("{\"label\": \"l\", \"depth\": 1}"))
        .isInstanceOf(Shape.Unknown.class);
    assertThat(shapes.fromJson("{}")).isInstanceOf(Shape.Unknown.class);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void surviveReadingAndWriting(String schema) throws Exception {
    Class<?> model = Class.forName("torture." + RENAMED.getOrDefault(schema, schema));
    JsonAdapter<Object> adapter = MOSHI.adapter((Type) model);
    for (int seed = 0; seed < SEEDS; seed++) {
      String json =
          new SchemaJson(DOCUMENT, Amount.RANDOM, seed).value(schema).orElseThrow().toString();

      Object value = adapter.fromJson(json);

      assertThat(value).as(json).isInstanceOf(model);
      assertThatJson(adapter.toJson(value))
          .as("seed " + seed)
          .withTolerance(BigDecimal.ZERO)
          .isEqualTo(json);
      assertThat(adapter.fromJson(json)).isEqualTo(value).hasSameHashCodeAs(value);
      if (hasBuilder(model)) {
        assertThat(rebuilt(value)).as(json).isEqualTo(value);
      }
    }
  }

  @Test
  void haveNoClassForAnotherNameOfASchema() {
    for (String name : WITHOUT_CLASS) {
      assertThatThrownBy(() -> Class.forName("torture." + name))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void useTheTypesOfTheFormats() throws IOException {
    Formats formats =
        MOSHI
            .adapter(Formats.class)
            .fromJson(
                """
                {"day": "2024-02-29", "bytes": "AQID", "unbounded": 123456789012345678901234567890,
                 "exact": 0.10, "any": [1], "free": {"a": null}, "big": 9007199254740993}
                """);

    assertThat(formats.day()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(formats.bytes()).isEqualTo(ByteString.of((byte) 1, (byte) 2, (byte) 3));
    assertThat(formats.unbounded()).isEqualTo("123456789012345678901234567890");
    assertThat(formats.exact()).isEqualTo(new BigDecimal("0.10"));
    assertThat(formats.big()).isEqualTo(9007199254740993L);
    assertThat(formats.any()).isEqualTo(List.of(1L));
    assertThat(formats.free()).containsOnlyKeys("a");
    assertThat(Formats.builder().text("t").count(1).personal("p").secret("s").build().toString())
        .contains("text=t", "personal=***", "secret=***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Formats | {\"text\": 1} | $.text",
        "Formats | {\"count\": \"1\"} | $.count",
        "Formats | {\"count\": 1.5} | $.count",
        "Formats | {\"count\": 3000000000} | $.count",
        "Formats | {\"big\": 1e30} | $.big",
        "Formats | {\"unbounded\": 1.5} | $.unbounded",
        "Formats | {\"exact\": \"1\"} | $.exact",
        "Formats | {\"flag\": \"true\"} | $.flag",
        "Formats | {\"day\": \"2024-02-30\"} | $.day",
        "Formats | {\"id\": \"x\"} | $.id",
        "Formats | {\"link\": \"a b\"} | $.link",
        "Formats | {\"bytes\": \"?\"} | $.bytes",
        "Containers | {\"nested\": [[[1], [\"x\"]]]} | $.nested[0][1][0]",
        "Containers | {\"maps\": {\"a\": {\"b\": []}}} | $.maps.a.b",
        "Containers | {\"lists\": {\"a\": [1]}} | $.lists.a[0]",
        "Containers | {\"days\": [\"2024-02-29\", \"2024-02-30\"]} | $.days[1]",
        "Containers | {\"days\": [\"2024-02-30\", \"2024-02-29\"]} | $.days[0]",
        "Containers | {\"nested\": [[[1, 1.5]]]} | $.nested[0][0][1]",
        "Containers | {\"nested\": [[[1.5, 1]]]} | $.nested[0][0][0]",
        "Containers | {\"gaps\": {\"a[7]\": 1e9999}} | $.gaps.a[7]",
        "Containers | {\"inlineObjects\": [{\"inner\": {\"y\": 1}}]} | $.inlineObjects[0].inner.y",
        "Enums | {\"level\": \"0\"} | $.level",
        "Unions | {\"pet\": {\"petType\": \"cat\", \"lives\": \"nine\"}} | $.pet.lives",
      })
  void nameThePlaceOfAWrongType(String model, String json, String path) throws Exception {
    JsonAdapter<Object> adapter = MOSHI.adapter((Type) Class.forName("torture." + model));

    assertThatThrownBy(() -> adapter.fromJson(json))
        .isInstanceOf(JsonDataException.class)
        .hasMessageContaining(path)
        .hasMessageEndingWith(path);
  }

  @Test
  void writeNullOnlyWhereItIsRequired() {
    assertThatJson(
            MOSHI.adapter(Formats.class).toJson(Formats.builder().text("t").count(1).build()))
        .isEqualTo("{\"text\": \"t\", \"count\": 1, \"always\": null}");
  }

  @Test
  void distinguishNullFromAbsent() throws IOException {
    JsonAdapter<Formats> adapter = MOSHI.adapter(Formats.class);
    Formats absent = Formats.builder().text("t").count(1).build();

    Formats none = absent.toBuilder().maybeAsNull().build();

    String json = "{\"text\": \"t\", \"count\": 1, \"maybe\": null, \"always\": null}";
    assertThatJson(adapter.toJson(none)).isEqualTo(json);
    assertThat(none.maybe()).isNull();
    assertThat(none.nullProperties()).containsExactly("maybe");
    assertThat(none)
        .isNotEqualTo(absent)
        .isEqualTo(adapter.fromJson(json))
        .isEqualTo(none.toBuilder().build())
        .hasSameHashCodeAs(adapter.fromJson(json));
    assertThat(none.toString()).contains("nullProperties=[maybe]");
    assertThat(absent.toString()).contains("nullProperties=[]");
    assertThat(none.toBuilder().maybe(null).build()).isEqualTo(absent);
    Formats some = none.toBuilder().maybe("m").build();
    assertThat(some.nullProperties()).isEmpty();
    assertThat(some.toBuilder().maybeAsNull().build()).isEqualTo(none);
    assertThatThrownBy(() -> none.nullProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void keepNullsInListsAndMaps() throws IOException {
    String json = "{\"holes\": [\"a\", null], \"gaps\": {\"x\": null}}";
    JsonAdapter<Containers> adapter = MOSHI.adapter(Containers.class);

    Containers containers = adapter.fromJson(json);

    assertThat(containers.holes()).containsExactly("a", null);
    assertThatJson(adapter.toJson(containers)).isEqualTo(json);
    assertThatJson(adapter.toJson(Containers.builder().holes(Arrays.asList(null, "b")).build()))
        .isEqualTo("{\"holes\": [null, \"b\"]}");
  }

  @Test
  void copyListsAndMapsAtAnyDepth() {
    List<List<Integer>> inner = new ArrayList<>(List.of(List.of(1)));
    Containers containers = Containers.builder().nested(List.of(inner)).build();

    inner.clear();

    assertThat(containers.nested()).containsExactly(List.of(List.of(1)));
    assertThatThrownBy(() -> containers.nested().get(0).add(List.of()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void nameConstantsAfterWhateverTheValueIs() {
    assertThat(Colour.known().stream().map(Colour::value))
        .containsExactly(
            "red",
            "green",
            "",
            " ",
            "class",
            "1st",
            "+",
            "-",
            "<",
            "<=",
            "a-b",
            "a_b",
            "say \"hi\"",
            "back\\slash",
            "KNOWN",
            "value",
            "über");
    assertThat(List.of(Colour._1ST, Colour.A_B, Colour.A_B_, Colour.CLASS, Colour.LESS_THAN_SIGN))
        .extracting(Colour::value)
        .containsExactly("1st", "a-b", "a_b", "class", "<");
    assertThat(Level.of(-1)).isSameAs(Level.MINUS_1);
    assertThat(Level.of(7).isKnown()).isFalse();
    assertThat(Wide.of(9007199254740993L).isKnown()).isTrue();
  }

  @Test
  void distinguishNamesThatJavaWouldNot() throws IOException {
    String json =
        """
        {"_id": "a", "id": "b", "Id": "c", "ID": "d", "to_string": "e", "toString": "f",
         "class": "g", "+1": 1, "-1": 2, "": "h", "getClass": "i", "größe": "j"}
        """;
    Names names = MOSHI.adapter(Names.class).fromJson(json);

    assertThat(names.id()).isEqualTo("b");
    assertThat(List.of(names.id_(), names.id__(), names.id___())).containsExactly("a", "c", "d");
    assertThat(List.of(names.toString_(), names.toString__())).containsExactly("e", "f");
    assertThat(names.class_()).isEqualTo("g");
    assertThat(names.plus1()).isEqualTo(1);
    assertThat(names.minus1()).isEqualTo(2);
    assertThat(names.empty()).isEqualTo("h");
    assertThat(names.getClass_()).isEqualTo("i");
    assertThat(names.additionalProperties()).isEmpty();
  }

  @Test
  void changeAnOptionalPropertyOfWhatIsSentInACopy() {
    Draft draft = Draft.builder().name("n").note("m").parts(List.of("a")).build();

    assertThat(draft.withParts(List.of("b")))
        .isEqualTo(Draft.builder().name("n").note("m").parts(List.of("b")).build());
    assertThat(draft.withParts(null).withNote(null)).isEqualTo(Draft.builder().name("n").build());
    assertThat(draft.parts()).containsExactly("a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MOSHI.adapter(Draft.class).fromJson("{}").withNote("m"))
        .withMessage("Draft.name is required");
  }

  @Test
  void changeNothingElseInACopy() {
    assertThat(Draft.class.getMethods())
        .extracting(Method::getName)
        .contains("withNote", "withOld", "withParts_", "withWithParts")
        .doesNotContain("withName", "withId");
    assertThat(Formats.class.getMethods())
        .extracting(Method::getName)
        .noneMatch(name -> name.startsWith("with"));
  }

  @Test
  void mergeAllPartsOfAnAllOf() {
    Composed composed = Composed.builder().id("i").a("a").extra("e").build();

    assertThat(MOSHI.adapter(Composed.class).toJson(composed))
        .isEqualTo("{\"id\":\"i\",\"a\":\"a\",\"extra\":\"e\"}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Derived.builder().own("o").id("i").build())
        .withMessage("Derived.extra is required");
  }

  @Test
  void dispatchOnADiscriminator() throws IOException {
    JsonAdapter<Pet> pets = MOSHI.adapter(Pet.class);

    assertThat(pets.fromJson("{\"lives\": 9, \"petType\": \"cat\"}"))
        .isEqualTo(Cat.builder().lives(9).build());
    assertThat(pets.fromJson("{\"petType\": \"hound\"}"))
        .isEqualTo(Dog.builder().petType(DogPetType.HOUND).build());
    assertThat(pets.toJson(Dog.builder().barks(true).build()))
        .isEqualTo("{\"petType\":\"dog\",\"barks\":true}");
    assertThat(MOSHI.adapter(Vehicle.class).fromJson("{\"kind\": \"car\", \"doors\": 4}"))
        .isEqualTo(Car.builder().doors(4).build());
    assertThat(MOSHI.adapter(Vehicle.class).toJson(Bicycle.builder().wheels(2).build()))
        .isEqualTo("{\"kind\":\"Bicycle\",\"wheels\":2}");
  }

  @Test
  void distinguishAlternativesByTheirProperties() throws IOException {
    JsonAdapter<Figure> figures = MOSHI.adapter(Figure.class);

    assertThat(figures.fromJson("{\"side\": 1}")).isInstanceOf(Square.class);
    assertThat(figures.fromJson("{\"radius\": 1, \"colour\": \"red\"}")).isInstanceOf(Circle.class);
    assertThat(figures.fromJson("{\"petType\": \"dog\"}")).isInstanceOf(Dog.class);
    assertThat(figures.fromJson("[{\"side\": 1}]")).isInstanceOf(Figure.OfShapeList.class);
  }

  @Test
  void distinguishAlternativesByTheirType() throws IOException {
    JsonAdapter<Scalar> scalars = MOSHI.adapter(Scalar.class);

    assertThat(scalars.fromJson("\"2024-02-29\"")).isEqualTo(Scalar.of(LocalDate.of(2024, 2, 29)));
    assertThat(scalars.fromJson("\"00000000-0000-0000-0000-000000000001\""))
        .isEqualTo(Scalar.of(new UUID(0, 1)));
    assertThat(scalars.fromJson("\"2024\"")).isEqualTo(Scalar.of("2024"));
    assertThat(scalars.fromJson("7")).isEqualTo(Scalar.of(7));
    assertThat(scalars.fromJson("7.5")).isEqualTo(Scalar.of(new BigDecimal("7.5")));
    assertThat(scalars.fromJson("true")).isEqualTo(Scalar.of(true));
    assertThat(scalars.fromJson("[1]")).isEqualTo(Scalar.of(List.of(1)));
    assertThat(scalars.fromJson("[\"1\"]")).isEqualTo(new Scalar.OfStringList(List.of("1")));
    assertThat(scalars.fromJson("{\"a\": \"b\"}")).isEqualTo(Scalar.of(Map.of("a", "b")));
    assertThat(MOSHI.adapter(Word.class).fromJson("\"auto\"")).isEqualTo(WordAnyOf.AUTO);
    assertThat(MOSHI.adapter(Word.class).fromJson("\"other\"")).isEqualTo(Word.of("other"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pet\": {\"petType\": \"bird\", \"wings\": 2}}",
        "{\"pet\": 5, \"shape\": \"round\"}",
        "{\"shape\": {\"corners\": 3}}",
        "{\"figure\": [[1]], \"sensitive\": {\"a\": 1.5}}",
        "{\"scalar\": [1, \"a\"], \"byName\": {\"x\": {\"y\": 1}}}",
        "{\"scalar\": [null], \"byName\": {\"x\": {\"y\": null}}}",
        "{\"grid\": [[1, null]]}",
        "{\"grid\": {\"x\": null, \"y\": [null]}}",
        "{\"inline\": {\"c\": 1}, \"many\": [{\"petType\": null}]}",
      })
  void keepAnUnknownAlternative(String json) throws IOException {
    JsonAdapter<Unions> adapter = MOSHI.adapter(Unions.class);

    Unions unions = adapter.fromJson(json);

    assertThatJson(adapter.toJson(unions)).when(Option.IGNORING_EXTRA_FIELDS).isEqualTo(json);
    assertThatJson(adapter.toJson(unions)).isEqualTo(json);
    assertThat(String.valueOf(unions.sensitive())).doesNotContain("1.5");
  }

  @Test
  void refuseToWriteAForeignAlternative() {
    Unions unions = Unions.builder().many(List.of(Cat.builder().build(), new StrangePet())).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MOSHI.adapter(Unions.class).toJson(unions))
        .withMessage(
            "torture.TortureModelsTest$StrangePet is not an alternative of Pet at path $.many[1]");
  }

  private record StrangePet() implements Pet {}

  @Test
  void listTheValuesOfAUnionOfOneAndMany() {
    assertThat(OneOrMore.of(BigDecimal.ONE).values()).containsExactly(BigDecimal.ONE);
    assertThat(OneOrMore.of(List.of(BigDecimal.ONE, BigDecimal.TEN)).values())
        .containsExactly(BigDecimal.ONE, BigDecimal.TEN);
    assertThat(new OneOrMore.Unknown("one").values()).isEmpty();
    assertThat(OneOrMore.of(BigDecimal.ONE)).isEqualTo(new OneOrMore.One(BigDecimal.ONE));
    assertThat(OneOrMore.of(List.of())).isEqualTo(new OneOrMore.Several(List.of()));
    assertThat(OneOrMoreOrOther.of("a").values()).containsExactly("a");
    assertThat(OneOrMoreOrOther.of(List.of("a", "b")).values()).containsExactly("a", "b");
    assertThat(new OneOrMoreOrOther.OfBoolean(true).values()).isEmpty();
    assertThat(((OneOrMoreOrOther) Level.of(1)).values()).isEmpty();
    // The alternative that is a class may have a property of this name.
    assertThat(new OneOrMoreOrValues.OfString("a")).isEqualTo(OneOrMoreOrValues.of("a"));
    assertThat(PetOrPets.class.getMethods()).extracting(Method::getName).doesNotContain("values");
    // Java would not tell the builder's methods for these apart.
    assertThat(ListOrLists.of(List.of("a"))).isEqualTo(new ListOrLists.OfStringList(List.of("a")));
  }

  @Test
  void takeOneOrManyWithoutTheirUnion() throws IOException {
    Draft draft = Draft.builder().name("n").amount(BigDecimal.ONE).first("a").build();

    assertThat(draft.amount()).isEqualTo(OneOrMore.of(BigDecimal.ONE));
    assertThat(draft.oneOrMore()).containsExactly(BigDecimal.ONE);
    assertThat(
            draft.toBuilder().amount(List.of(BigDecimal.ONE, BigDecimal.TEN)).build().oneOrMore())
        .containsExactly(BigDecimal.ONE, BigDecimal.TEN);
    assertThat(draft.withAmount(null).oneOrMore()).isEmpty();
    assertThat(draft.oneModel()).containsExactly("a");
    assertThat(MOSHI.adapter(Draft.class).fromJson("{\"amount\": {}}").oneOrMore()).isEmpty();
    assertThatNullPointerException()
        .isThrownBy(() -> Draft.builder().first((String) null))
        .withMessage("first == null");
  }

  @Test
  void haveNoListingWithATakenOrAmbiguousName() {
    Ranged ranged = Ranged.builder().from(BigDecimal.ONE).line(Map.of("x", "1")).line_("a").build();

    assertThat(ranged.line_()).isEqualTo("a");
    assertThat(ranged.line()).isEqualTo(Line.of(Map.of("x", "1")));
    assertThat(Ranged.class.getMethods())
        .extracting(Method::getName)
        .doesNotContain("oneOrMore", "lines");
  }

  @Test
  void askForOneOfThePropertiesThatAlternativesRequire() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Either.builder().c("c").build())
        .withMessage("Either needs a or b");
  }

  static JsonAdapter<Object> adapter(String schema) throws ClassNotFoundException {
    return MOSHI.adapter((Type) Class.forName("torture." + RENAMED.getOrDefault(schema, schema)));
  }

  static Stream<String> schemas() {
    List<String> names = new ArrayList<>();
    DOCUMENT.at("/components/schemas").fieldNames().forEachRemaining(names::add);
    // Only its children can be told from each other; they are tested themselves.
    names.removeIf(name -> WITHOUT_CLASS.contains(name) || name.equals("Vehicle"));
    return names.stream();
  }

  private static boolean hasBuilder(Class<?> model) {
    return Arrays.stream(model.getMethods()).anyMatch(m -> m.getName().equals("toBuilder"));
  }

  private static Object rebuilt(Object value) throws Exception {
    Method toBuilder = value.getClass().getMethod("toBuilder");
    Object builder = toBuilder.invoke(value);
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static JsonNode document() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readTree(Path.of("src/test/resources/torture.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
