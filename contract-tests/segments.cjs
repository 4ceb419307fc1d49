// Counts the segments of each text on standard input (a JSON text per line) with two published packages, for SegmentOracleTest.
const { SegmentedMessage } = require('sms-segments-calculator');
const splitSms = require('split-sms');

for (const line of require('fs').readFileSync(0, 'utf8').split('\n')) {
  if (line !== '') {
    const text = JSON.parse(line);
    const split = splitSms.split(text, { summary: true });
    const segmented = new SegmentedMessage(text);
    console.log(split.characterSet, split.parts.length, split.remainingInPart, segmented.encodingName, segmented.segmentsCount);
  }
}
