package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file twice as large as the memory goes up and down; {@code -Dmedia.bytes=1073741824} makes it
 * larger. What it prints is in {@code target/large-media.txt}.
 */
@Timeout(300)
class LargeMediaTest {
  private static final long LENGTH = Long.getLong("media.bytes", 128L * 1024 * 1024);

  @Test
  void fileLargerThanMemoryGoesUpAndDown(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path output = Path.of("target/large-media.txt");
    Process process =
        Jvm.of(List.of("-Xmx64m"), LargeMedia.class, String.valueOf(LENGTH), folder.toString())
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(4, TimeUnit.MINUTES);
      String printed = Files.readString(output, UTF_8);
      System.out.println(printed);

      assertThat(ended).as(printed).isTrue();
      assertThat(process.exitValue()).as(printed).isZero();
      assertThat(printed).contains("file " + LENGTH, "heap 6");
    } finally {
      process.destroyForcibly();
    }
  }
}
