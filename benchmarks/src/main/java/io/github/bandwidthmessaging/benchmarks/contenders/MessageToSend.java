package io.github.bandwidthmessaging.benchmarks.contenders;

import java.net.URI;
import java.util.List;

/** A class with the same values as our {@code MessageRequest}. */
@SuppressWarnings("NullAway.Init")
final class MessageToSend {
  public String from;
  public List<String> to;
  public String text;
  public String applicationId;
  public List<URI> media;
  public String tag;
}
