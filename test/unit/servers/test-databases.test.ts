import { withDatabase } from '../../servers/test-databases';

describe('the address of a database of its own on the server that is named', () => {
  it.each([
    ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/own'],
    ['mongodb://127.0.0.1:27017/', 'mongodb://127.0.0.1:27017/own'],
    ['mongodb://127.0.0.1:27017?tls=true', 'mongodb://127.0.0.1:27017/own?tls=true'],
    ['mongodb://a:1,b:2/?replicaSet=rs0', 'mongodb://a:1,b:2/own?replicaSet=rs0'],
    ['mongodb://user:pass@a:1/', 'mongodb://user:pass@a:1/own?authSource=admin'],
    ['mongodb://user:pass@a:1/users?tls=true', 'mongodb://user:pass@a:1/own?tls=true&authSource=users'],
    ['mongodb://user:pass@a:1/users?authSource=all', 'mongodb://user:pass@a:1/own?authSource=all'],
    [
      'mongodb://user:pass@a:1/?authMechanism=PLAIN',
      'mongodb://user:pass@a:1/own?authMechanism=PLAIN&authSource=%24external',
    ],
    [
      'mongodb+srv://user:pass@cluster.example/',
      'mongodb+srv://user:pass@cluster.example/own?authSource=admin',
    ],
  ])('given %s, then its users are looked up where they were', (uri, own) => {
    expect(withDatabase(uri, 'own')).toBe(own);
  });

  it('given no address of a server, then the variable and its form are named', () => {
    expect(() => withDatabase('127.0.0.1:27017', 'own')).toThrow('MONGODB_TEST_URI: expected mongodb://');
  });
});
