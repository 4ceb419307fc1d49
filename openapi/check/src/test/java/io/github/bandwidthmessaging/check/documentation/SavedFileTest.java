package io.github.bandwidthmessaging.check.documentation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not a copy of any cited source. */
final class SavedFileTest {
  private final Path folder;

  SavedFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          '%PDF-1.7' => is a PDF; save
          '{\\rtf1 a}' => is an RTF document; save
          'From: <Saved by Blink>' => is a web archive (MHTML); save
          ' ' => is empty; save
          '{"a": 1}' => is JSON, not a page; save
          <html><title>Sign in</title><input type=password></html> => is a login page, "Sign in"; log in, then save
          <!doctype html><title>Bandwidth</title><div id=root></div><script src=a.js></script> => is the empty page that JavaScript fills in; save it from a browser, not with curl; save
          <html><title>Voice</title><link rel=canonical href=https://dev.bandwidth.com/docs/voice><h1>Calls</h1></html> => is another page of or about Bandwidth, "Voice" (https://dev.bandwidth.com/docs/voice): the data
          <table><tr><td>Something else</table> => is another page, "": the data
          Something else => is another page, "Something else": the data
          """)
  void saysWhatItIsInstead(String content, String sentence) throws IOException {
    assertThat(run(content.getBytes(UTF_8))).startsWith(sentence).hasLineCount(1);
  }

  @Test
  void saysWhichEncodingItHas() throws IOException {
    for (Charset charset : new Charset[] {UTF_16, UTF_16LE}) {
      assertThat(run("Tags and words".getBytes(charset))).startsWith("is UTF-16; save it as UTF-8");
    }
    assertThat(run("Gr\u00fc\u00dfe".getBytes(ISO_8859_1))).startsWith("is not UTF-8; save it as");
    assertThat(run(new byte[] {'a', 0, 'b', 'c', 'd', 'e'})).startsWith("is binary, not a page");
    assertThat(run(new byte[] {31, (byte) 139, 8, 0})).startsWith("is compressed with gzip");
    assertThat(run(new byte[20_000_001])).startsWith("has more than 20 MB");
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThat(run((String) null)).startsWith("4 Name a saved copy");
    assertThat(run(" ")).startsWith("4 Name a saved copy");
    assertThat(run("\0")).startsWith("4 ").contains("cannot be read");
    assertThat(run(folder.toString())).contains(" is a directory, name a saved page.");
    assertThat(run(folder.resolve("none").toString())).startsWith("4 ").contains("does not exist.");
  }

  private String run(byte[] content) throws IOException {
    String file = Files.write(folder.resolve("saved"), content).toString();
    String printed = run(file);
    assertThat(printed).startsWith("4 " + file + " ");
    return printed.substring(file.length() + 3);
  }

  private static String run(@Nullable String file) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exitCode = CheckPage.run(file, new PrintStream(printed, true, UTF_8));
    return exitCode + " " + printed.toString(UTF_8);
  }
}
