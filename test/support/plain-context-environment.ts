import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's Node environment in an ordinary context. Jest asks for one whose global object is watched by interceptors,
 * and every look-up of a global (`Object`, `Array`, `undefined`) then costs many times what it does in the product:
 * that was a third of the whole run.
 */
class PlainContextEnvironment extends TestEnvironment {
  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    const watched = vm.createContext;
    vm.createContext = () => watched(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = watched;
    }
  }
}

export = PlainContextEnvironment;
