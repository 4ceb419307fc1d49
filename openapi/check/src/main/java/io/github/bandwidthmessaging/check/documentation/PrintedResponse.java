package io.github.bandwidthmessaging.check.documentation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A response as the documentation page prints it; the body need not be JSON. */
record PrintedResponse(String status, String contentType, String body) {
  private static final Pattern PRINTED =
      Pattern.compile("Status: (\\d+) .*\nContent-Type: (.*)\n\n(?s)(.*)");

  static PrintedResponse of(String text) {
    Matcher printed = PRINTED.matcher(text);
    if (!printed.matches()) {
      throw new IllegalArgumentException("Not printed as expected: " + text);
    }
    return new PrintedResponse(printed.group(1), printed.group(2), printed.group(3));
  }
}
