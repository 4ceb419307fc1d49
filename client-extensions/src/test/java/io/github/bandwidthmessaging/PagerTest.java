package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class PagerTest {
  private final List<@Nullable String> fetched = new ArrayList<>();
  private final List<Long> before = new ArrayList<>();
  private int ends;

  @Test
  void fetchesPagesWhenTheyAreNeeded() {
    Iterator<Integer> items = pager(numbered(3)).iterator();

    assertThat(fetched).isEmpty();
    assertThat(items.next()).isZero();
    assertThat(items.next()).isEqualTo(1);
    assertThat(fetched).hasSize(1);
    assertThat(items.next()).isEqualTo(2);
    assertThat(fetched).containsExactly(null, "1");
  }

  @Test
  void pagesHaveTheirTokens() {
    assertThat(pager(numbered(3)).pages())
        .extracting(Page::nextToken)
        .containsExactly("1", "2", null);
    assertThat(before).containsExactly(0L, 2L, 4L);
    assertThat(ends).isEqualTo(1);
  }

  @Test
  void eachIteratorStartsAtTheFirstPage() {
    Pager<Integer> pager = pager(numbered(3));

    assertThat(pager).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(pager.stream()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(fetched).containsExactly(null, "1", "2", null, "1", "2");
  }

  @Test
  void streamFetchesNoMoreThanItTakes() {
    assertThat(pager(numbered(1_000)).stream().limit(3)).containsExactly(0, 1, 2);

    assertThat(fetched).hasSize(2);
  }

  @Test
  void continuesAfterEmptyPage() {
    assertThat(
            pager(
                token ->
                    token == null
                        ? new Page<>(List.of(), "more", null)
                        : new Page<>(List.of(7), null, null)))
        .containsExactly(7);
  }

  @Test
  void endsAfterTheLastItem() {
    Iterator<Integer> items = pager(token -> new Page<>(List.of(), null, null)).iterator();

    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    assertThat(fetched).hasSize(1);
  }

  @Test
  void fetchesFailedPageAgain() {
    List<ApiException> failures = new ArrayList<>(List.of(failure("down")));
    Function<@Nullable String, Page<Integer>> pages = numbered(2);
    Iterator<Integer> items =
        pager(
                token -> {
                  if (token != null && !failures.isEmpty()) {
                    throw failures.remove(0);
                  }
                  return pages.apply(token);
                })
            .iterator();
    items.next();
    items.next();

    assertThatThrownBy(items::hasNext).hasMessage("down");
    assertThat(items.next()).isEqualTo(2);
    assertThat(fetched).containsExactly(null, "1", "1");
  }

  /** From page {@code from} on, the pages repeat after {@code length}. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "1, 7", "5, 1", "5, 3", "9, 100", "1000, 1", "1000, 999"})
  void endsWhenPagesRepeat(int from, int length) {
    Iterator<Integer> items =
        pager(
                token -> {
                  int page = token == null ? 0 : Integer.parseInt(token);
                  int next = page + 1 == from + length ? from : page + 1;
                  return new Page<>(List.of(page), String.valueOf(next), null);
                })
            .iterator();

    assertThatThrownBy(
            () -> {
              while (true) {
                items.next();
              }
            })
        .hasMessage("repeated");
    assertThat(fetched.size()).isLessThan(4 * (from + length) + 4);
  }

  /** Two items a page. */
  private static Function<@Nullable String, Page<Integer>> numbered(int pages) {
    return token -> {
      int page = token == null ? 0 : Integer.parseInt(token);
      return new Page<>(
          List.of(2 * page, 2 * page + 1),
          page + 1 == pages ? null : String.valueOf(page + 1),
          null);
    };
  }

  private Pager<Integer> pager(Function<@Nullable String, Page<Integer>> pages) {
    return new Pager<>(
        new Pager.Source<Integer>() {
          @Override
          public Page<Integer> page(@Nullable String token, long before) {
            fetched.add(token);
            PagerTest.this.before.add(before);
            return pages.apply(token);
          }

          @Override
          public void atEnd(Page<Integer> last, long items) {
            ends++;
          }

          @Override
          public ApiException repeated() {
            return failure("repeated");
          }
        });
  }

  private static ApiException failure(String message) {
    return new ApiException(message, null, 1, false, null, null);
  }
}
