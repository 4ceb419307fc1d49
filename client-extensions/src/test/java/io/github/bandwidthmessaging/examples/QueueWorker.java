package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.UnreadableResponseException;
import java.time.Duration;

/** Sends what waits in a queue: what can succeed later goes back, the rest to the dead letters. */
final class QueueWorker {
  record Job(PhoneNumber to, String text) {}

  /** The queue, which repeats a job until one of these is called. */
  interface Queue {
    void acknowledge(Job job);

    void requeue(Job job, Duration delay);

    void deadLetter(Job job, RuntimeException reason);
  }

  private final MessagingClient client;
  private final Sender sender;
  private final Queue queue;

  QueueWorker(MessagingClient client, Sender sender, Queue queue) {
    this.client = client;
    this.sender = sender;
    this.queue = queue;
  }

  void work(Job job) {
    try {
      client.send(sender.text(job.to(), job.text()));
      queue.acknowledge(job);
    } catch (UnreadableResponseException e) {
      queue.acknowledge(job);
    } catch (SendException e) {
      if (e.isRetryable()) {
        Duration asked = e.retryAfter();
        queue.requeue(job, asked == null ? Duration.ofMinutes(1) : asked);
      } else {
        queue.deadLetter(job, e);
      }
    } catch (IllegalArgumentException e) { // this can never become a message
      queue.deadLetter(job, e);
    }
  }
}
