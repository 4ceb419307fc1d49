package io.github.bandwidthmessaging.benchmarks.contenders;

import java.time.OffsetDateTime;
import java.util.List;

/** A class with the same values as our {@code Message}, as a user would write it for a library. */
@SuppressWarnings("NullAway.Init")
final class Receipt {
  /** The direction of a message. */
  enum Direction {
    in,
    out
  }

  public String id;
  public String owner;
  public OffsetDateTime time;
  public Direction direction;
  public List<String> to;
  public String from;
  public String text;
  public String applicationId;
  public List<String> media;
  public String tag;
  public Integer segmentCount;
  public String priority;
  public OffsetDateTime expiration;
}
