assert new File(basedir, 'build.log').text.contains('No proxy is declared for [io.github.bandwidthmessaging.client.MessagesApi]')
