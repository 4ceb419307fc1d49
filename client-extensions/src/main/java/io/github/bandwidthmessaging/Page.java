package io.github.bandwidthmessaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that Bandwidth returns in parts; see {@link Pager#pages()}.
 *
 * @param <T> the type of an item
 */
public final class Page<T> {
  private final List<T> items;
  private final @Nullable String nextToken;
  private final @Nullable Long total;

  Page(List<T> items, @Nullable String nextToken, @Nullable Long total) {
    this.items = List.copyOf(items);
    this.nextToken = nextToken;
    this.total = total;
  }

  /**
   * Returns the items of this page.
   *
   * @return the items in Bandwidth's order
   */
  public List<T> items() {
    return items;
  }

  /**
   * Returns the token to request the next page with. Bandwidth does not say how long it is valid.
   *
   * @return the token, or null on the last page
   */
  public @Nullable String nextToken() {
    return nextToken;
  }

  /**
   * Returns the total number of items on all pages.
   *
   * @return the number, or null if Bandwidth does not give it
   */
  public @Nullable Long total() {
    return total;
  }

  /** Returns the number of items, without the items. */
  @Override
  public String toString() {
    return "Page[items=" + items.size() + ", total=" + total + "]";
  }
}
