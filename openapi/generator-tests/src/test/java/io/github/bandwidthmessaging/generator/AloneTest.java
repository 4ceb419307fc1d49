package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Retrofit;

/**
 * Documents with one type in one place and nothing else: a client has only the helpers that it
 * needs, and all of those.
 */
@NullUnmarked
@Tag("thorough")
class AloneTest {
  private static final String HEAD = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

  private static final Map<String, String> TYPES = new LinkedHashMap<>();
  private static final Map<String, String> PLACES = new LinkedHashMap<>();

  static {
    type("text", "{type: string}");
    type("flag", "{type: boolean}");
    type("int32", "{type: integer, format: int32}");
    type("int64", "{type: integer, format: int64}");
    type("whole", "{type: integer}");
    type("number", "{type: number}");
    type("date", "{type: string, format: date}");
    type("time", "{type: string, format: date-time}");
    type("uri", "{type: string, format: uri}");
    type("uuid", "{type: string, format: uuid}");
    type("base64", "{type: string, format: byte}");
    type("secret", "{type: string, format: password}");
    type("any", "{}");
    type("nullable", "{type: string, nullable: true}");
    type("words", "{type: string, enum: [a, b]}");
    type("numbers", "{type: integer, enum: [1, 2]}");
    type("dates", "{type: string, format: date, enum: ['2024-01-01']}");
    type("object", "{type: object, properties: {a: {type: integer, format: int32}}}");
    type("closed", "{type: object, properties: {a: {type: boolean}}, additionalProperties: false}");
    type("map", "{type: object, additionalProperties: {type: boolean}}");
    type("list", "{type: array, items: {type: string, format: uuid}}");
    type("set", "{type: array, uniqueItems: true, items: {type: string, enum: [a]}}");
    type("nulls", "{type: array, items: {type: integer, nullable: true}}");
    type("either", "{oneOf: [{type: boolean}, {type: integer, format: int64}]}");
    type("several", "{oneOf: [{type: number}, {type: array, items: {type: number}}]}");
    type("long", "{type: string, maxLength: 3}");
    type("like", "{type: string, pattern: '^a'}");
    type("few", "{type: array, maxItems: 3, items: {type: string, nullable: true, maxLength: 3}}");
    type("small", "{type: integer, maximum: 3}");

    String object = "components: {schemas: {A: {type: object, properties: {a: %s}}}}";
    place("property", "paths: {}\n" + object);
    place(
        "required",
        "paths: {}\ncomponents: {schemas: {A: {type: object, required: [a], properties: {a: %s}}}}");
    place("alias", "paths: {}\ncomponents: {schemas: {A: %s}}");
    place(
        "item",
        "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: array, items: %s}}}}}");
    place(
        "additional",
        "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {b: {$ref: '#/components/schemas/A'}}, additionalProperties: %s}}}");
    place(
        "shared",
        """
        paths: {}
        components:
          schemas:
            A: {type: object, required: [kind], properties: {kind: {type: string}, a: &a %s}}
            B: {type: object, required: [kind], properties: {kind: {type: string}, a: *a}}
            U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: kind}}""");
    place(
        "alternative",
        "paths: {}\ncomponents: {schemas: {T: %s, A: {oneOf: [{type: object, properties: {x: {type: boolean}}}, {$ref: '#/components/schemas/T'}]}}}");
    place("query", operation("parameters: [{name: a, in: query, schema: %s}]"));
    place("limit", operation("parameters: [{name: a, in: header, required: true, schema: %s}]"));
    place("body", operation("requestBody: {content: {application/json: {schema: %s}}}"));
    place(
        "sent",
        operation(
                "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}")
            + "\n"
            + object);
    place(
        "sentByKey",
        operation(
            "requestBody: {content: {application/json: {schema: {type: object, additionalProperties: %s}}}}"));
    place(
        "response",
        "paths: {/a: {get: {responses: {'200': {description: ok, content: {application/json: {schema: %s}}}}}}}");
    place(
        "responses",
        "paths: {/a: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: %s}}}}}}}}");
    place(
        "field",
        operation(
            "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: %s}}}}}"));
    place(
        "part",
        operation(
            "requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: %s}}}}}"));
  }

  @TempDir private Path folder;

  private static void type(String name, String schema) {
    TYPES.put(name, schema);
  }

  private static void place(String name, String document) {
    PLACES.put(name, document);
  }

  private static String operation(String what) {
    return "paths: {/a: {post: {" + what + ", responses: {'204': {description: ok}}}}}";
  }

  /** A quarter of them, with each type and each place. */
  @Test
  void compileAndAreAcceptedByRetrofit() throws Exception {
    Path sources = folder.resolve("sources");
    for (String place : PLACES.keySet()) {
      for (String type : TYPES.keySet()) {
        String document = HEAD + PLACES.get(place).formatted(TYPES.get(type));
        Path file = Files.writeString(folder.resolve("document.yaml"), document);
        Generation.generate(file, type + "_" + place, sources);
      }
    }
    Path classes = folder.resolve("classes");
    assertThat(Generation.compile(sources, classes)).isEmpty();

    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Api.class")).toList()) {
        String api = classes.relativize(file).toString().replace(".class", "").replace('/', '.');
        Class<?> client = Class.forName(api.replaceAll("\\..*", ".RetrofitClient"), true, loader);
        ((Retrofit.Builder)
                client.getMethod("builder", Call.Factory.class).invoke(null, new OkHttpClient()))
            .baseUrl("https://example.com/")
            .validateEagerly(true)
            .build()
            .create(Class.forName(api, true, loader));
      }
    }
  }
}
