package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

/**
 * How a {@link Batch} is sent; see {@link MessagingClient#sendAll(Iterable, BatchOptions)}.
 *
 * <p>Options are immutable: each {@code with} method returns changed options and leaves these
 * unchanged.
 */
public final class BatchOptions {
  private static final BatchOptions DEFAULTS =
      new BatchOptions(64, Pace.unlimited(), RequestOptions.none());

  private final int inFlight;
  private final Pace pace;
  private final RequestOptions requestOptions;

  private BatchOptions(int inFlight, Pace pace, RequestOptions requestOptions) {
    this.inFlight = inFlight;
    this.pace = pace;
    this.requestOptions = requestOptions;
  }

  /**
   * Returns the options to start from.
   *
   * @return options with 64 messages in flight, no pace, and the client's own settings
   */
  public static BatchOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these options with another number of messages in flight at the same time. Over HTTP/2,
   * a batch has a connection for each hundred of them; over HTTP/1.1, one for each.
   *
   * @param inFlight the number of messages, at least 1
   * @return the options
   * @throws IllegalArgumentException if it is less than 1
   */
  public BatchOptions withInFlight(int inFlight) {
    if (inFlight < 1) {
      throw new IllegalArgumentException("inFlight < 1");
    }
    return new BatchOptions(inFlight, pace, requestOptions);
  }

  /**
   * Returns these options with a pace that each message waits for.
   *
   * @param pace for example {@link Pace#segmentsPerSecond}
   * @return the options
   */
  public BatchOptions withPace(Pace pace) {
    return new BatchOptions(inFlight, requireNonNull(pace, "pace == null"), requestOptions);
  }

  /**
   * Returns these options with options for each request, such as another account.
   *
   * @param requestOptions the options of each request
   * @return the options
   */
  public BatchOptions withRequestOptions(RequestOptions requestOptions) {
    return new BatchOptions(
        inFlight, pace, requireNonNull(requestOptions, "requestOptions == null"));
  }

  int inFlight() {
    return inFlight;
  }

  Pace pace() {
    return pace;
  }

  RequestOptions requestOptions() {
    return requestOptions;
  }
}
