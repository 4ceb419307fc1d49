package io.github.bandwidthmessaging.check.documentation;

import java.util.List;

/**
 * One of the examples of the documentation page.
 *
 * @param key its name in openapi/messaging.yaml, and the folder of its data
 */
public record DocumentedExample(String key) {
  /** Returns the examples in the order of the page. */
  public static List<DocumentedExample> all() {
    return Transcription.yaml("page.yaml").path("examples").properties().stream()
        .map(example -> new DocumentedExample(example.getKey()))
        .toList();
  }

  public String requestJson() {
    return printed("request.json");
  }

  public String responseJson() {
    return printed("response.json");
  }

  public RawRequest printedAsHttp() {
    return RawRequest.printedAsHttp(printed("request.http"));
  }

  public RawRequest printedAsCurl() {
    return RawRequest.printedAsCurl(printed("request.curl"));
  }

  PrintedResponse printedReceipt() {
    return PrintedResponse.of(printed("response.http"));
  }

  String printed(String file) {
    return Documentation.read(key + "/" + file);
  }
}
