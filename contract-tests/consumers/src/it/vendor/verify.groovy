String log = new File(basedir, 'build.log').text
assert log.count('Both sent') == 2
assert log.contains('IllegalStateException: okhttp-3.12.1.jar is in the way: OkHttp 5.3 or later is required; import io.github.bandwidthmessaging:bandwidth-messaging-bom')
