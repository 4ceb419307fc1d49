package io.github.bandwidthmessaging;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that Bandwidth returns one page at a time. A page is requested when its first item is
 * asked for, and not before. Memory holds one page.
 *
 * <pre>{@code
 * for (MessageSummary message : client.messages().search(query)) {
 *   System.out.println(message.messageId() + " " + message.messageStatus());
 * }
 * }</pre>
 *
 * <p>Each iterator and each stream starts at the first page, and is for one thread. Items already
 * returned stay valid if a later page fails: {@code hasNext()} and {@code next()} then throw a
 * {@link BandwidthException}, so a list that fails never looks complete.
 *
 * @param <T> the type of an item
 */
public final class Pager<T> implements Iterable<T> {
  /** The source of the pages. */
  interface Source<T> {
    /**
     * Requests a page.
     *
     * @param token of the page, null for the first
     * @param before how many items the earlier pages had
     */
    Page<T> page(@Nullable String token, long before);

    /** Throws if there are more items than on the pages, although the last has no token. */
    default void atEnd(Page<T> last, long items) {}

    /** Returns the failure of a page whose next token came before: the pages never end. */
    BandwidthException repeated();
  }

  private final Source<T> source;

  Pager(Source<T> source) {
    this.source = source;
  }

  /**
   * Returns the items of all pages.
   *
   * @return an iterator that requests each page when it reaches it
   */
  @Override
  public Iterator<T> iterator() {
    Pages pages = new Pages();
    return new Iterator<>() {
      private Iterator<T> items = List.<T>of().iterator();

      @Override
      public boolean hasNext() {
        while (!items.hasNext() && pages.hasNext()) {
          items = pages.next().items().iterator();
        }
        return items.hasNext();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return items.next();
      }
    };
  }

  /**
   * Returns the items of all pages.
   *
   * @return a sequential stream that requests each page when it reaches it
   */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * Returns the pages themselves, with their tokens and the total.
   *
   * @return the pages, requested one at a time; at least one
   */
  public Iterable<Page<T>> pages() {
    return Pages::new;
  }

  private final class Pages implements Iterator<Page<T>> {
    private @Nullable Page<T> last;
    private long items;
    private long pages;

    /**
     * The token of an earlier page. It moves up to the current one after 1, 2, 4, 8... pages, so
     * that a circle of any length comes round to it, and no other need be kept (Brent's algorithm).
     */
    private @Nullable String milestone;

    @Override
    public boolean hasNext() {
      if (last == null || last.nextToken() != null) {
        return true;
      }
      source.atEnd(last, items);
      return false;
    }

    @Override
    public Page<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Page<T> page = source.page(last == null ? null : last.nextToken(), items);
      if (page.nextToken() != null && page.nextToken().equals(milestone)) {
        throw source.repeated();
      }
      if ((pages & (pages + 1)) == 0) {
        milestone = page.nextToken();
      }
      pages++;
      items += page.items().size();
      last = page;
      return page;
    }
  }
}
