package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java snippet of the README compiles. */
class ReadmeTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** What the shorter snippets take for granted. */
  private static final String AROUND =
      """
      import io.github.bandwidthmessaging.*;
      import io.github.bandwidthmessaging.client.*;
      import com.sun.net.httpserver.HttpServer;
      import io.github.bandwidthmessaging.testing.FakeBandwidth;
      import java.net.InetSocketAddress;
      import java.net.URI;
      import java.time.Duration;
      import java.util.List;
      import java.util.Map;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.ConcurrentHashMap;
      import okhttp3.OkHttpClient;
      import retrofit2.Response;

      class Around {
        interface Log {
          void warn(String text, String detail);

          void error(String text, String detail);
        }

        void snippet(
            MessagingClient client, Sender sender, PhoneNumber to, PhoneNumber another, URI logo,
            URI githubLogo, URI callbackUrl, MessageRequest messageRequest, List<MessageRequest> requests,
            OkHttpClient okHttpClient, Log log)
            throws Exception {
      %s
        }
      }
      """;

  @ParameterizedTest
  @MethodSource("snippets")
  void compiles(String snippet, @TempDir Path output) {
    boolean whole = snippet.contains("class ");
    String code =
        snippet.replaceAll("(client\\.send(?:Async)?\\(\\s*)request\\b", "$1messageRequest");
    StringWriter problems = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of("-proc:none", "-d", output.toString()),
                null,
                List.of(
                    source(whole ? "SendText" : "Around", whole ? code : AROUND.formatted(code))))
            .call();

    assertThat(compiled).as(problems + "\n" + code).isTrue();
  }

  @Test
  void hasSnippets() throws IOException {
    assertThat(snippets()).hasSize(13);
  }

  static Stream<String> snippets() throws IOException {
    return SNIPPET
        .matcher(Files.readString(Path.of("../README.md")))
        .results()
        .map(m -> m.group(1));
  }

  private static JavaFileObject source(String name, String code) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }
}
