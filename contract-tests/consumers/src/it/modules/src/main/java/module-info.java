module consumer {
  requires io.github.bandwidthmessaging;
  requires io.github.bandwidthmessaging.testing;
  requires kotlin.stdlib;
}
