import { describe, expect, it } from 'vitest';
import { parseNsswitch } from '../../src/system/nsswitch.ts';

const names = (file: string): string[] => parseNsswitch(file).sources.map(({ name }) => name);

describe('the hosts line of nsswitch.conf', () => {
  it.each([
    ['', ['files', 'dns']],
    ['passwd: files\n', ['files', 'dns']],
    ['hosts: dns\n', ['dns']],
    ['  hosts:files\tdns\r\n', ['files', 'dns']],
    ['hosts : dns\n', ['dns']],
    ['hosts dns\n', ['dns']],
    ['HOSTS: dns\n', ['files', 'dns']],
    ['#hosts: dns\n', ['files', 'dns']],
    ['hosts: dns\nhosts: files\n', ['files']],
    ['hosts:\n', []],
    ['hosts: dns', ['files', 'dns']],
    ['hosts: files\nhosts: dns', ['files']],
    ['hosts: files[NOTFOUND=return]dns\n', ['files', 'dns']],
    ['hosts: [NOTFOUND=return] files\n', []],
    ['hosts: files dns # a remark\n', ['files', 'dns']],
    ['hosts: dns # files\n', ['dns', 'files']],
    ['hosts: dns#files\n', ['dns#files']],
    ['hosts: fi\0les\n', ['fi']],
    [
      'hosts: mymachines resolve [!UNAVAIL=return] files myhostname dns\n',
      ['mymachines', 'resolve', 'files', 'myhostname', 'dns'],
    ],
    ['hosts x: dns\n', ['x:', 'dns']],
  ])('%j has the sources %j', (file, sources) => {
    expect(names(file)).toEqual(sources);
    expect(parseNsswitch(file).problem).toBeNull();
  });

  it.each([
    [
      'files [NOTFOUND=return]',
      { success: 'return', notfound: 'return', unavail: 'continue', tryagain: 'continue' },
    ],
    [
      'files [!UNAVAIL=return]',
      { success: 'return', notfound: 'return', unavail: 'continue', tryagain: 'return' },
    ],
    [
      'files [ unavail = Return  TRYAGAIN=return ]',
      { success: 'return', notfound: 'continue', unavail: 'return', tryagain: 'return' },
    ],
    [
      'files [SUCCESS=merge]',
      { success: 'merge', notfound: 'continue', unavail: 'continue', tryagain: 'continue' },
    ],
    [
      'files [UNAVAIL=return UNAVAIL=continue]',
      { success: 'return', notfound: 'continue', unavail: 'continue', tryagain: 'continue' },
    ],
  ])('%s', (text, actions) => {
    expect(parseNsswitch(`hosts: ${text}\n`).sources[0]?.actions).toEqual(actions);
  });

  it.each([
    'hosts: dns [X=return]\n',
    'hosts: dns [UNAVAIL=retur]\n',
    'hosts: dns [UNAVAIL=return\n',
    'hosts: dns []\n',
    'hosts: dns [! UNAVAIL=return]\n',
    'hosts: dns [UNAVAIL=return,NOTFOUND=return]\n',
    'passwd: files [X=return]\nhosts: files\n',
    'hosts: files\nshadow: files [\n',
  ])('%j cannot be used at all', (file) => {
    const { sources, problem } = parseNsswitch(file);
    expect(sources).toEqual([]);
    expect(problem).toMatch(/^line [12] of nsswitch.conf is not valid$/);
  });

  it.each(['sudoers: files [X\nhosts: dns\n', 'passwd: [\nhosts: dns\n'])('%j can', (file) => {
    expect(names(file)).toEqual(['dns']);
  });

  it('may be very long', () => {
    const long = 'x'.repeat(100_000);
    expect(names(`hosts: ${'nope [NOTFOUND=continue] '.repeat(10_000)}${long}\n`).at(-1)).toBe(long);
    expect(names(`hosts: files [${' '.repeat(100_000)}\n`)).toEqual([]);
  });
});
