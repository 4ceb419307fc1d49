package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Plans a dinner in a group, in which all see each other and what the others write. */
final class GroupChat {
  private final MessagingClient client;
  private final Sender sender;
  private final Set<PhoneNumber> friends;

  GroupChat(MessagingClient client, Sender sender, Set<PhoneNumber> friends) {
    this.client = client;
    this.sender = sender;
    this.friends = friends;
  }

  void ask(String question) {
    client.send(sender.groupText(friends, question));
  }

  void show(List<URI> photos) {
    client.send(sender.groupMedia(friends, null, photos));
  }
}
