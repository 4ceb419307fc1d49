String log = new File(basedir, 'build.log').text
assert log.contains('No proxy is declared for [io.github.bandwidthmessaging.api.MessagesApi]')
assert log.contains('Missing metadata for region code US')
