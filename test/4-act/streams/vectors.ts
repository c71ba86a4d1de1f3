/** An event as the vectors write it: its name where it is not `message`, and its data. */
export type Expected = string | readonly [event: string, data: string]

/** One vector: what goes over the wire, and what comes out. */
export interface Vector {
  readonly no: string
  readonly law: string
  readonly wire: string
  readonly events: readonly Expected[]
  /** The ids that the events carry, where the vector is about ids. */
  readonly ids?: readonly string[]
  /** The last id when the wire is over. @default not looked at */
  readonly lastEventId?: string
  /** The reconnection time when the wire is over. @default not looked at */
  readonly retry?: number | undefined
  /** The code of the problem that ends it. @default none */
  readonly code?: string
}

const long = 'x'.repeat(2048)

/** Streams as the HTML standard reads them (9.2.6); none names its end. */
export const standard: readonly Vector[] = [
  {
    no: '143',
    law: 'one byte order mark is taken from the beginning, and from nowhere else',
    wire: '\uFEFFdata:1\n\n\uFEFFdata:2\n\ndata:3\n\n',
    events: ['1', '3'],
  },
  { no: '144', law: 'a second mark spoils the first line', wire: '\uFEFF\uFEFFdata:1\n\ndata:2\n\n', events: ['2'] },
  {
    no: '145',
    law: 'comments say nothing, whatever ends them and however long they are',
    wire: `data:1\r:\0\n:\r\ndata:2\n:${long}\rdata:3\n:data:fail\r:${long}\ndata:4\n\n`,
    events: ['1\n2\n3\n4'],
  },
  {
    no: '146',
    law: 'what is not over at the end was never sent, its id neither',
    wire: 'retry:1000\ndata:test1\n\nid:test\ndata:test2\n',
    events: ['test1'],
    lastEventId: '',
    retry: 1000,
  },
  {
    no: '147',
    law: 'each data field is a line, and an empty one too',
    wire: 'data:\n\ndata\ndata\n\ndata:test\n\n',
    events: ['', '\n', 'test'],
  },
  {
    no: '148',
    law: 'a name holds for one event',
    wire: 'event:test\ndata:x\n\ndata:x\n\n',
    events: [['test', 'x'], 'x'],
  },
  { no: '149', law: 'an empty name is no name', wire: 'event: \ndata:data\n\n', events: ['data'] },
  {
    no: '150',
    law: 'fields have exactly their names',
    wire:
      'data:\0\ndata:  2\rData:1\ndata\0:2\ndata:1\r\0data:4\nda-ta:3\rdata_5\ndata:3\r' +
      'data:\r\n data:32\ndata:4\n\n',
    events: ['\0\n 2\n1\n3\n\n4'],
  },
  {
    no: '151',
    law: 'fields that nobody knows are passed over',
    wire: 'data:test\n data\ndata\nfoobar:xxx\njustsometext\n:thisisacommentyay\ndata:test\n\n',
    events: ['test\n\ntest'],
  },
  {
    no: '152',
    law: 'one space after the colon is no part of the value, and a tab is',
    wire: 'data:\ttest\rdata: \ndata:test\n\n',
    events: ['\ttest\n\ntest'],
  },
  {
    no: '153',
    law: 'a line ends with CRLF as well',
    wire: 'data:test\r\ndata\ndata:test\r\n\r\n',
    events: ['test\n\ntest'],
  },
  { no: '154', law: 'NUL is data', wire: 'data:\0\n\n', events: ['\0'] },
  { no: '155', law: 'leading zeros are no octal', wire: 'retry:03000\ndata:x\n\n', events: ['x'], retry: 3000 },
  {
    no: '156',
    law: 'a time with anything but digits changes nothing',
    wire: 'retry:3000\nretry:1000x\ndata:x\n\n',
    events: ['x'],
    retry: 3000,
  },
  { no: '157', law: 'an empty time changes nothing', wire: 'retry\ndata:x\n\n', events: ['x'], retry: undefined },
  ...['a0', '0x10', '1.5', '+1', '1_000'].map((time) => ({
    no: `158 ${time}`,
    law: 'a time is written in digits',
    wire: `retry: 1234\nretry:${time}\ndata:x\n\n`,
    events: ['x'],
    retry: 1234,
  })),
  {
    no: '159',
    law: 'an id holds until there is another one',
    wire: 'id:1\ndata:a\n\ndata:b\n\n',
    events: ['a', 'b'],
    ids: ['1', '1'],
    lastEventId: '1',
  },
  ...['id:', 'id'].map((field, index) => ({
    no: String(160 + index),
    law: `"${field}" takes the id back`,
    wire: `id:1\ndata:a\n\n${field}\ndata:b\n\n`,
    events: ['a', 'b'],
    ids: ['1', ''],
    lastEventId: '',
  })),
  ...['\0', ' \0', '\0x', 'x\0', 'x\0y'].map((id, index) => ({
    no: `162 ${index + 1}`,
    law: 'an id with NUL is none',
    wire: `id:1\ndata:a\n\nid:${id}\ndata:b\n\n`,
    events: ['a', 'b'],
    ids: ['1', '1'],
    lastEventId: '1',
  })),
  {
    no: '163',
    law: 'an id counts without an event of its own',
    wire: 'id:9\n\ndata:x\n\n',
    events: ['x'],
    ids: ['9'],
    lastEventId: '9',
  },
  {
    no: '164',
    law: 'a CRLF is one end of line',
    wire: 'data:a\r\ndata:b\r\n\r\ndata:c\r\n\r\n',
    events: ['a\nb', 'c'],
  },
  {
    no: '165',
    law: 'a character may come in several bytes',
    wire: 'data: известни 龍🐉\n\n',
    events: ['известни 龍🐉'],
  },
  {
    no: '166',
    law: 'the separators of Unicode end no line',
    wire: 'data: a\u2028b\u2029c\u0085d\n\n',
    events: ['a\u2028b\u2029c\u0085d'],
  },
  { no: '167', law: 'a line that ends is no event that ends', wire: 'data: x\r', events: [] },
]

/** Streams of a contract that names the end and the error frame. */
export const agreed: readonly Vector[] = [
  {
    no: '168',
    law: 'the marker ends the stream, is handed to nobody, and nothing after it counts',
    wire: 'data: a\n\ndata: [DONE]\n\ndata: b\n\ndata: {"error":{"type":"late"}}\n\n',
    events: ['a'],
  },
  {
    no: '169',
    law: 'an error frame by its name is a problem, after all that came before it',
    wire:
      'event: message_start\ndata: {}\n\n' +
      'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
    events: [['message_start', '{}']],
    code: 'overloaded_error',
  },
  {
    no: '170',
    law: 'an error frame by its member is one too',
    wire: 'data: {"delta":"a"}\n\ndata: {"error":{"message":"m","type":"server_error","code":null}}\n\n',
    events: ['{"delta":"a"}'],
    code: 'server_error',
  },
  {
    no: '170a',
    law: 'a member that holds nothing is no error, nor is one further in',
    wire: 'data: {"error":null,"delta":"a"}\n\ndata: {"part":{"error":"no"}}\n\ndata: [DONE]\n\n',
    events: ['{"error":null,"delta":"a"}', '{"part":{"error":"no"}}'],
  },
  {
    no: '171',
    law: 'a stream without its end broke off',
    wire: 'data: a\n\n',
    events: ['a'],
    code: 'STREAM_TRUNCATED',
  },
]
