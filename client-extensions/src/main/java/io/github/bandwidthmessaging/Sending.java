package io.github.bandwidthmessaging;

import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/** What the deliveries of a client have in common. */
record Sending(
    String accountId,
    Requests requests,
    Credentials credentials,
    RetryPolicy retryPolicy,
    Receipts receipts,
    Failures failures,
    Waiting waiting,
    DoubleSupplier random,
    InstantSource clock) {}
