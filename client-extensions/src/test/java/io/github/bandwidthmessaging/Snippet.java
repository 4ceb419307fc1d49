package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.api.MessageReceived;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** A piece of Java in a README: a class, members of one, or statements. */
record Snippet(String code) {
  static final Path README = Path.of("../README.md");

  private static final List<Path> READMES =
      List.of(README, Path.of("README.md"), Path.of("../client-generated/README.md"));

  private static final Pattern FENCED = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

  private static final String IMPORTS =
      """
      import com.sun.net.httpserver.HttpServer;
      import io.github.bandwidthmessaging.*;
      import io.github.bandwidthmessaging.callbacks.*;
      import io.github.bandwidthmessaging.api.*;
      import io.github.bandwidthmessaging.testing.FakeBandwidth;
      import io.micrometer.core.instrument.MeterRegistry;
      import io.micrometer.observation.*;
      import jakarta.servlet.http.*;
      import java.io.*;
      import java.net.*;
      import java.nio.file.*;
      import java.time.Duration;
      import java.time.Instant;
      import java.util.*;
      import java.util.concurrent.*;
      import okhttp3.OkHttpClient;
      import okio.ByteString;
      import org.springframework.http.ResponseEntity;
      import org.springframework.web.bind.annotation.*;
      import retrofit2.Response;

      """;

  private static final String MEMBERS =
      """
      public class Around extends HttpServlet {
        final CallbackReceiver receiver = CallbackReceiver.of("callbacks", "password");
        public final Queue<MessageEvent> queue = new ArrayDeque<>();

        %s
      }
      """;

  private static final String STATEMENTS =
      """
      class Around {
        static Object run(%s) throws Exception {
          %s
        }
      }
      """;

  /** What the statements take for granted. */
  private static final Map<String, Class<?>> PARAMETERS =
      new TreeMap<>(
          Map.of(
              "another", PhoneNumber.class,
              "callbackUrl", URI.class,
              "client", MessagingClient.class,
              "inbound", MessageReceived.class,
              "log", Logger.class,
              "logo", URI.class,
              "okHttpClient", OkHttpClient.class,
              "request", MessageRequest.class,
              "sender", Sender.class,
              "to", PhoneNumber.class));

  static List<Snippet> all() throws IOException {
    List<Snippet> all = new ArrayList<>();
    for (Path readme : READMES) {
      all.addAll(in(readme));
    }
    return all;
  }

  static List<Snippet> in(Path readme) throws IOException {
    return FENCED
        .matcher(Files.readString(readme))
        .results()
        .map(found -> new Snippet(found.group(1)))
        .toList();
  }

  /** Returns the only one with these words in it. */
  static Snippet with(String words) throws IOException {
    List<Snippet> found = all().stream().filter(s -> s.code.contains(words)).toList();
    assertThat(found).as(words).hasSize(1);
    return found.get(0);
  }

  /** Says it otherwise in one place, where a test cannot have a fixed port or real credentials. */
  Snippet replacing(String words, String others) {
    assertThat(code).containsOnlyOnce(words);
    return new Snippet(code.replace(words, others));
  }

  Class<?> compile(Path output) throws Exception {
    Matcher named = CLASS.matcher(code);
    if (named.find()) {
      return compile(named.group(1), code.startsWith("import ") ? code : IMPORTS + code, output);
    }
    return compile(
        "Around",
        code.startsWith("@") ? IMPORTS + MEMBERS.formatted(code) : statements("return null;"),
        output);
  }

  /** Runs its statements and then some more, of which the last one returns something. */
  @Nullable Object run(Path output, Map<String, ?> given, String more) throws Exception {
    Class<?> around = compile("Around", statements(more), output);
    Map<String, Class<?>> parameters = parameters();
    Method run = around.getDeclaredMethod("run", parameters.values().toArray(Class<?>[]::new));
    run.setAccessible(true);
    try {
      return run.invoke(null, parameters.keySet().stream().map(given::get).toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private String statements(String more) {
    String declared =
        parameters().entrySet().stream()
            .map(p -> p.getValue().getName() + " " + p.getKey())
            .collect(joining(", "));
    return IMPORTS + STATEMENTS.formatted(declared, code + "\n" + more);
  }

  /** What the statements do not declare themselves. */
  private Map<String, Class<?>> parameters() {
    Map<String, Class<?>> parameters = new TreeMap<>(PARAMETERS);
    parameters.keySet().removeIf(name -> code.contains(" " + name + " = "));
    return parameters;
  }

  private static Class<?> compile(String name, String source, Path output) throws Exception {
    StringWriter problems = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                problems,
                null,
                null,
                List.of("-proc:none", "-d", output.toString()),
                null,
                List.of(
                    new SimpleJavaFileObject(
                        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                      @Override
                      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                      }
                    }))
            .call();
    assertThat(compiled).as(problems + "\n" + source).isTrue();
    return new URLClassLoader(new URL[] {output.toUri().toURL()}, Snippet.class.getClassLoader())
        .loadClass(name);
  }
}
